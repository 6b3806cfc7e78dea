package dev.jvirt.tests.peers;

import java.util.ArrayList;
import java.util.List;

/// What can be wrong with a URI, its host, its server and its user: a row each.
///
/// In the URIs `$DIR` is a folder of the test, `$CLOSED` a port where nobody listens, `$SSH` the
/// port of an ssh server which lets `wanda` in, `$KNOWN` the file with that server's keys, `$KEY`
/// the file of a key that it takes; other words with a dollar are ports of servers that misbehave.
final class Faults {
    /// One thing that is wrong.
    ///
    /// @param name what that is
    /// @param opening who meets it
    /// @param culprit a part of the message that tells the user what to look at
    record Fault(String name, Opening opening, String culprit) {}

    private final List<Fault> rows = new ArrayList<>();

    private Faults() {}

    static List<Fault> all() {
        var faults = new Faults();
        faults.uris();
        faults.parameters();
        faults.unixSockets();
        faults.servers();
        faults.tls();
        faults.programs();
        faults.ssh();
        faults.library("libssh2");
        faults.library("libssh");
        // C libvirt's libssh2 waits for ever.
        faults.add(
                "libssh: the server says nothing",
                "Timeout connecting to 127.0.0.1",
                "qemu+libssh://wanda@127.0.0.1:$SILENT/system?sshauth=password");
        faults.daemons();
        return faults.rows;
    }

    private void add(String name, String culprit, String uri, String... answers) {
        rows.add(new Fault(name, Opening.of(uri, answers), culprit));
    }

    private void uris() {
        add("no driver name", "qemu", "qemu");
        add("no scheme before the colon", ":///system", ":///system");
        add("a host where the path should be", "maybe you want qemu:///system", "qemu://system");
        add("a session where the path should be", "qemu:///session", "qemu://session");
        add("unknown transport", "tls|unix|ssh", "qemu+pigeon://host/system");
        add("no transport after the plus", "tls|unix|ssh", "qemu+://host/system");
        add("three colons", "a:b:c", "qemu+tcp://a:b:c/system");
        add("an address without brackets", "::1", "qemu+tcp://::1/system");
        add("an open bracket", "[::1", "qemu+tcp://[::1/system");
        add("a port that is no number", "host:ssh", "qemu+tcp://host:ssh/system");
        add("a negative port", "host:-1", "qemu+tcp://host:-1/system");
        add("a colon without a port", "host:/", "qemu+tcp://host:/system");
        add("a broken escape", "%zz", "qemu+tcp://host/%zz");
        add("a space", "sys tem", "qemu:///sys tem");
        add("two users", "a@b@host", "qemu+tcp://a@b@host/system");
        add("a host behind a unix socket", "host", "qemu+unix://host/system");
    }

    private void parameters() {
        String here = "qemu+unix:///system?socket=$SOCKET&";
        add("unknown mode", "sideways", here + "mode=sideways");
        add("unknown proxy", "pigeon", here + "proxy=pigeon");
        add("a switch that is no number", "no_verify", here + "no_verify=yes");
        add("an empty switch", "no_tty", here + "no_tty=");
        add("unknown kind of login", "magic", here + "auth=magic");
        add("a login that is not offered", "polkit", here + "auth=polkit");
        add("another login that is not offered", "sasl", here + "auth=sasl");
        add("direct mode over ssh", "ssh", "qemu+ssh://host/system?mode=direct");
        add("direct mode over libssh2", "libssh2", "qemu+libssh2://host/system?mode=direct");
        add("ext without a command", "command is required", "qemu+ext:///system");
    }

    private void unixSockets() {
        add("no socket", "$DIR/none", "qemu+unix:///system?socket=$DIR/none");
        add("a socket that nobody serves", "$DIR/stale", "qemu+unix:///system?socket=$DIR/stale");
        add("a file in the socket's place", "$DIR/file", "qemu+unix:///system?socket=$DIR/file");
        add("a folder in the socket's place", "$DIR", "qemu+unix:///system?socket=$DIR");
        add("a socket below a file", "$DIR/file/x", "qemu+unix:///system?socket=$DIR/file/x");
        String tooLong = "/" + "long/".repeat(30);
        add("too long a path", "too long", "qemu+unix:///system?socket=" + tooLong);
    }

    private void servers() {
        add("nobody listens", "127.0.0.1:$CLOSED", "qemu+tcp://127.0.0.1:$CLOSED/system");
        add("nobody listens (IPv6)", "::1:$CLOSED", "qemu+tcp://[::1]:$CLOSED/system");
        add("no such host", "nowhere.invalid", "qemu+tcp://nowhere.invalid/system");
        add("no way to the host", "255.255.255.255", "qemu+tcp://255.255.255.255/system");
        add("no such port", "127.0.0.1:70001", "qemu+tcp://127.0.0.1:70001/system");
        add("the server hangs up", "End of file", "qemu+tcp://127.0.0.1:$MUTE/system");
        add("a web server", "too large", "qemu+tcp://127.0.0.1:$WEB/system");
        add("an ssh server", "too large", "qemu+tcp://127.0.0.1:$SSH/system");
        add("half a packet", "End of file", "qemu+tcp://127.0.0.1:$HALF/system");
        add("a packet of no size", "too small", "qemu+tcp://127.0.0.1:$ZERO/system");
    }

    private void tls() {
        String start = "qemu+tls://localhost:$TLS/system?pkipath=";
        add("tls: no certificates", "$DIR/none", start + "$DIR/none");
        add("tls: an expired certificate", "$EXPIRED", start + "$EXPIRED");
        add("tls: a certificate that is not valid yet", "$FUTURE", start + "$FUTURE");
        add("tls: the server has another authority", "certificate", start + "$OTHER");
        add("tls: unknown priority", "NONSENSE", start + "$JANE&tls_priority=NONSENSE");
        add(
                "tls: nobody listens",
                "127.0.0.1:$CLOSED",
                "qemu+tls://127.0.0.1:$CLOSED/system?pkipath=$JANE");
        add(
                "tls: the server has another name",
                "127.0.0.1",
                "qemu+tls://127.0.0.1:$ELSEWHERE/system?pkipath=$JANE");
    }

    private void programs() {
        add("no such program", "$DIR/none", "qemu+ext:///system?command=$DIR/none");
        add(
                "a program without the right to run",
                "$DIR/file",
                "qemu+ext:///system?command=$DIR/file");
        add(
                "a program that complains",
                "out of order",
                "qemu+ext:///system?command=$DIR/complains");
        add("a program that ends", "reset", "qemu+ext:///system?command=$DIR/ends");
        add("a program that talks", "too large", "qemu+ext:///system?command=$DIR/talks");
    }

    private void ssh() {
        String in = "qemu+ssh://wanda@127.0.0.1:$SSH/system?no_tty=1&keyfile=$KEY&command=$PROGRAM";
        add("ssh: no such program", "$DIR/none", "qemu+ssh://host/system?command=$DIR/none");
        add(
                "ssh: nobody listens",
                "port $CLOSED: Connection refused",
                "qemu+ssh://127.0.0.1:$CLOSED/system?command=$PROGRAM");
        add(
                "ssh: no such host",
                "nowhere.invalid",
                "qemu+ssh://nowhere.invalid/system?command=$PROGRAM");
        add(
                "ssh: the server has another key than before",
                "HOST IDENTIFICATION HAS CHANGED",
                in.replace("$PROGRAM", "$STRANGE"));
        add(
                "ssh: the server is not known",
                "Host key verification failed",
                in.replace("$PROGRAM", "$FORGETFUL"));
        add(
                "ssh: a key that is not let in",
                "Permission denied",
                in.replace("$KEY", "$DIR/stranger"));
        add("ssh: no netcat over there", "nocat", in + "&proxy=netcat&netcat=nocat");
        add("ssh: no socket over there", "/none", in + "&proxy=netcat&socket=/none");
        add("ssh: a netcat for the helper", "netcat path", in + "&proxy=native&netcat=nc");
        add(
                "ssh: no helper over there",
                "virt-ssh-helper",
                "qemu+ssh://host/system?proxy=native&command=$BARE");
    }

    private void library(String name) {
        String start = "qemu+" + name + "://wanda@127.0.0.1:";
        String server = start + "$SSH/system?";
        String known = server + "known_hosts=$KNOWN&";
        String in = known + "keyfile=$KEY&sshauth=privkey&";
        String what = name + ": ";
        add(what + "nobody listens", "127.0.0.1:$CLOSED", start + "$CLOSED/system");
        add(what + "no such host", "nowhere.invalid", "qemu+" + name + "://nowhere.invalid/system");
        add(
                what + "the server hangs up",
                "handshake failed",
                start + "$MUTE/system?" + "sshauth=password");
        add(what + "a web server", "handshake failed", start + "$WEB/system?sshauth=password");
        add(what + "unknown way to log in", "smile", known + "sshauth=smile");
        add(what + "no way to log in", "No authentication methods", known + "sshauth=");
        add(what + "unknown verification", "maybe", known + "known_hosts_verify=maybe");
        add(
                what + "the server has another key than before",
                "$DIR/strange",
                server + "known_hosts=$DIR/strange&keyfile=$KEY&sshauth=privkey");
        add(
                what + "nobody can be asked about the server",
                "host key",
                server + "known_hosts=$DIR/empty&keyfile=$KEY&sshauth=privkey",
                Opening.NOBODY);
        add(
                what + "the user does not trust the server",
                "127.0.0.1",
                server + "known_hosts=$DIR/empty&keyfile=$KEY&sshauth=privkey",
                "n");
        add(
                what + "a key that is not let in",
                name.equals("libssh2") ? "$DIR/stranger" : "publickey",
                in.replace("$KEY", "$DIR/stranger"));
        add(what + "no such key", "$DIR/none", in.replace("$KEY", "$DIR/none"), "guess");
        add(what + "a file that is no key", "$DIR/file", in.replace("$KEY", "$DIR/file"), "guess");
        add(what + "a wrong passphrase", "$DIR/locked", in.replace("$KEY", "$DIR/locked"), "guess");
        add(
                what + "nobody can be asked for the passphrase",
                "passphrase",
                in.replace("$KEY", "$DIR/locked"),
                Opening.NOBODY);
        add(what + "a wrong password", "Password", known + "sshauth=password", "wrong");
        add(
                what + "nobody can be asked for the password",
                "callback",
                known + "sshauth=password",
                Opening.NOBODY);
        add(what + "wrong answers", "", known + "sshauth=keyboard-interactive", "wrong");
        add(
                what + "nobody at the keyboard",
                "callback",
                known + "sshauth=keyboard-interactive",
                Opening.NOBODY);
        add(
                what + "nothing is let in",
                "rejected by the server",
                known + "keyfile=$DIR/stranger&sshauth=privkey,agent");
        add(what + "no netcat over there", "", in + "proxy=netcat&netcat=nocat");
        add(what + "no socket over there", "", in + "proxy=netcat&socket=/none");
    }

    private void daemons() {
        add(
                "a hypervisor that the daemon does not know",
                "pigeon",
                "pigeon+unix:///system?socket=$SOCKET");
        add(
                "a path that the hypervisor does not know",
                "/elsewhere",
                "qemu+unix:///elsewhere?socket=$SOCKET");
    }
}
