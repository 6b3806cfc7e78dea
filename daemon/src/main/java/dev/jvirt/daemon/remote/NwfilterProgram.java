package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Nwfilter;
import dev.jvirt.api.NwfilterBinding;
import dev.jvirt.api.NwfilterBindings;
import dev.jvirt.api.Nwfilters;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.host.NwfilterCalls.ConnectListAllNwfilterBindings;
import dev.jvirt.protocol.host.NwfilterCalls.ConnectListAllNwfilters;
import dev.jvirt.protocol.host.NwfilterCalls.ConnectListNwfilters;
import dev.jvirt.protocol.host.NwfilterCalls.ConnectNumOfNwfilters;
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
import dev.jvirt.protocol.host.NwfilterCallsHandler;
import dev.jvirt.protocol.host.RemoteNwfilter;
import dev.jvirt.protocol.host.RemoteNwfilterBinding;
import java.util.ArrayList;
import java.util.List;

/// Network filters and their bindings.
record NwfilterProgram(RemoteSession session) implements NwfilterCallsHandler {

    private Nwfilters filters() {
        return session.connection().nwfilters();
    }

    private Nwfilter filter(RemoteNwfilter named) {
        return filters().filter(Identities.local(named));
    }

    private NwfilterBindings bindings() {
        return session.connection().nwfilterBindings();
    }

    private NwfilterBinding binding(RemoteNwfilterBinding named) {
        return bindings().binding(Identities.local(named));
    }

    @Override
    public ConnectNumOfNwfilters.Reply connectNumOfNwfilters() {
        return new ConnectNumOfNwfilters.Reply(list("virConnectNumOfNWFilters").size());
    }

    @Override
    public ConnectListNwfilters.Reply connectListNwfilters(ConnectListNwfilters message) {
        filters();
        int max = message.maxnames();
        ListLimits.check(max, ListLimits.NWFILTERS, "maxnames", "REMOTE_NWFILTER_LIST_MAX");
        return new ConnectListNwfilters.Reply(
                ListLimits.names(list("virConnectListNWFilters"), Nwfilter::name, max));
    }

    private List<Nwfilter> list(String function) {
        var filters = filters();
        return CallAccess.visible(
                NamedCall.of(ErrorDomain.NWFILTER, function, () -> filters.list(0)));
    }

    @Override
    public ConnectListAllNwfilters.Reply connectListAllNwfilters(ConnectListAllNwfilters message) {
        var found = CallAccess.visible(filters().list(message.flags()));
        ListLimits.sendable(found, ListLimits.NWFILTERS, "nwfilter");
        var filters = new ArrayList<RemoteNwfilter>();
        if (message.needResults() != 0) {
            for (Nwfilter filter : found) {
                filters.add(Identities.remote(filter.identity()));
            }
        }
        return new ConnectListAllNwfilters.Reply(filters, found.size());
    }

    @Override
    public NwfilterLookupByName.Reply nwfilterLookupByName(NwfilterLookupByName message) {
        var filter = filters().lookupByName(message.name());
        return new NwfilterLookupByName.Reply(Identities.remote(filter.identity()));
    }

    @Override
    public NwfilterLookupByUuid.Reply nwfilterLookupByUuid(NwfilterLookupByUuid message) {
        var filter = filters().lookupByUuid(message.uuid());
        return new NwfilterLookupByUuid.Reply(Identities.remote(filter.identity()));
    }

    @Override
    public NwfilterGetXmlDesc.Reply nwfilterGetXmlDesc(NwfilterGetXmlDesc message) {
        return new NwfilterGetXmlDesc.Reply(filter(message.nwfilter()).xml(message.flags()));
    }

    @Override
    public NwfilterDefineXml.Reply nwfilterDefineXml(NwfilterDefineXml message) {
        String function = "virNWFilterDefineXML";
        var filters = writable(function);
        var filter =
                NamedCall.of(
                        ErrorDomain.NWFILTER,
                        function,
                        () -> filters.defineXml(message.xml(), Flags.none()));
        return new NwfilterDefineXml.Reply(Identities.remote(filter.identity()));
    }

    @Override
    public NwfilterDefineXmlFlags.Reply nwfilterDefineXmlFlags(NwfilterDefineXmlFlags message) {
        String function = "virNWFilterDefineXMLFlags";
        var filters = writable(function);
        var filter =
                NamedCall.of(
                        ErrorDomain.NWFILTER,
                        function,
                        () -> filters.defineXml(message.xml(), new Flags<>(message.flags())));
        return new NwfilterDefineXmlFlags.Reply(Identities.remote(filter.identity()));
    }

    private Nwfilters writable(String function) {
        return session.writable(ErrorDomain.NWFILTER, function).nwfilters();
    }

    @Override
    public void nwfilterUndefine(NwfilterUndefine message) {
        filter(message.nwfilter()).undefine();
    }

    @Override
    public ConnectListAllNwfilterBindings.Reply connectListAllNwfilterBindings(
            ConnectListAllNwfilterBindings message) {
        var found = CallAccess.visible(bindings().list(message.flags()));
        ListLimits.sendable(found, ListLimits.NWFILTER_BINDINGS, "nwfilter_binding");
        var bindings = new ArrayList<RemoteNwfilterBinding>();
        if (message.needResults() != 0) {
            for (NwfilterBinding binding : found) {
                bindings.add(Identities.remote(binding.identity()));
            }
        }
        return new ConnectListAllNwfilterBindings.Reply(bindings, found.size());
    }

    @Override
    public NwfilterBindingLookupByPortDev.Reply nwfilterBindingLookupByPortDev(
            NwfilterBindingLookupByPortDev message) {
        var binding = bindings().lookupByPortDevice(message.name());
        return new NwfilterBindingLookupByPortDev.Reply(Identities.remote(binding.identity()));
    }

    @Override
    public NwfilterBindingGetXmlDesc.Reply nwfilterBindingGetXmlDesc(
            NwfilterBindingGetXmlDesc message) {
        return new NwfilterBindingGetXmlDesc.Reply(
                binding(message.nwfilter()).xml(message.flags()));
    }

    @Override
    public NwfilterBindingCreateXml.Reply nwfilterBindingCreateXml(
            NwfilterBindingCreateXml message) {
        var binding = bindings().createXml(message.xml(), new Flags<>(message.flags()));
        return new NwfilterBindingCreateXml.Reply(Identities.remote(binding.identity()));
    }

    @Override
    public void nwfilterBindingDelete(NwfilterBindingDelete message) {
        binding(message.nwfilter()).delete();
    }
}
