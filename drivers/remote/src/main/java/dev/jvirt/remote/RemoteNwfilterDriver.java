package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.NwfilterDriver;
import dev.jvirt.api.host.NwfilterBindingCreateFlag;
import dev.jvirt.api.host.NwfilterBindingId;
import dev.jvirt.api.host.NwfilterDefineFlag;
import dev.jvirt.api.host.NwfilterId;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.host.NwfilterCalls.ConnectListAllNwfilterBindings;
import dev.jvirt.protocol.host.NwfilterCalls.ConnectListAllNwfilters;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterBindingCreateXml;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterBindingDelete;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterBindingGetXmlDesc;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterBindingLookupByPortDev;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterDefineXml;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterDefineXmlFlags;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterGetXmlDesc;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterLookupByName;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterLookupByUuid;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterUndefine;
import dev.jvirt.protocol.host.NwfilterCallsClient;
import dev.jvirt.protocol.host.RemoteNwfilter;
import dev.jvirt.protocol.host.RemoteNwfilterBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The network filters of the far host, and their bindings.
final class RemoteNwfilterDriver implements NwfilterDriver {
    private final NwfilterCallsClient calls;

    RemoteNwfilterDriver(RemoteCaller caller) {
        this.calls = new NwfilterCallsClient(caller);
    }

    @Override
    public List<NwfilterId> list(int flags) {
        var found = calls.connectListAllNwfilters(new ConnectListAllNwfilters(1, flags)).filters();
        var filters = new ArrayList<NwfilterId>(found.size());
        for (RemoteNwfilter filter : found) {
            filters.add(Identities.local(filter));
        }
        return filters;
    }

    @Override
    public NwfilterId lookupByName(String name) {
        return Identities.local(
                calls.nwfilterLookupByName(new NwfilterLookupByName(name)).nwfilter());
    }

    @Override
    public NwfilterId lookupByUuid(UUID uuid) {
        return Identities.local(
                calls.nwfilterLookupByUuid(new NwfilterLookupByUuid(uuid)).nwfilter());
    }

    @Override
    public NwfilterId defineXml(String xml, Flags<NwfilterDefineFlag> flags) {
        return Identities.local(
                flags.bits() == 0
                        ? calls.nwfilterDefineXml(new NwfilterDefineXml(xml)).nwfilter()
                        : calls.nwfilterDefineXmlFlags(
                                        new NwfilterDefineXmlFlags(xml, flags.bits()))
                                .nwfilter());
    }

    @Override
    public void undefine(NwfilterId filter) {
        calls.nwfilterUndefine(new NwfilterUndefine(Identities.remote(filter)));
    }

    @Override
    public String xml(NwfilterId filter, int flags) {
        return calls.nwfilterGetXmlDesc(new NwfilterGetXmlDesc(Identities.remote(filter), flags))
                .xml();
    }

    @Override
    public List<NwfilterBindingId> bindings(int flags) {
        var call = new ConnectListAllNwfilterBindings(1, flags);
        var found = calls.connectListAllNwfilterBindings(call).bindings();
        var bindings = new ArrayList<NwfilterBindingId>(found.size());
        for (RemoteNwfilterBinding binding : found) {
            bindings.add(Identities.local(binding));
        }
        return bindings;
    }

    @Override
    public NwfilterBindingId lookupBindingByPortDevice(String portDevice) {
        var call = new NwfilterBindingLookupByPortDev(portDevice);
        return Identities.local(calls.nwfilterBindingLookupByPortDev(call).nwfilter());
    }

    @Override
    public NwfilterBindingId createBindingXml(String xml, Flags<NwfilterBindingCreateFlag> flags) {
        var call = new NwfilterBindingCreateXml(xml, flags.bits());
        return Identities.local(calls.nwfilterBindingCreateXml(call).nwfilter());
    }

    @Override
    public String bindingXml(NwfilterBindingId binding, int flags) {
        return calls.nwfilterBindingGetXmlDesc(
                        new NwfilterBindingGetXmlDesc(Identities.remote(binding), flags))
                .xml();
    }

    @Override
    public void deleteBinding(NwfilterBindingId binding) {
        calls.nwfilterBindingDelete(new NwfilterBindingDelete(Identities.remote(binding)));
    }
}
