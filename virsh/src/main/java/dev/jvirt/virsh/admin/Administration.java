package dev.jvirt.virsh.admin;

import dev.jvirt.api.AdminConnection;
import dev.jvirt.api.CloseReason;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.remote.RemoteAdminConnectDriver;
import dev.jvirt.virsh.shell.ConnectionGate;
import dev.jvirt.virsh.shell.EndOfConnection;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.ProgramOptions;
import dev.jvirt.virsh.shell.Shell;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The connection of virt-admin: opened when the first command needs it, opened again when it
/// broke, changed by `connect`.
final class Administration implements ConnectionGate {
    private static final String URI_VARIABLE = "LIBVIRT_ADMIN_DEFAULT_URI";

    private final Shell shell;
    private final ProgramOptions options;
    private Optional<String> uri = Optional.empty();
    private @Nullable AdminConnection connection;
    private EndOfConnection end = new EndOfConnection();

    Administration(Shell shell, ProgramOptions options) {
        this.shell = shell;
        this.options = options;
    }

    /// What its commands print with.
    Output output() {
        return shell.output();
    }

    /// The open connection.
    AdminConnection connection() {
        AdminConnection open = connection;
        if (open == null) {
            throw new LibvirtException(ErrorDomain.ADMIN, ErrorCode.INVALID_CONN, "virt-admin");
        }
        return open;
    }

    @Override
    public boolean begin() {
        uri = options.uri();
        return uri.isEmpty() || reconnect();
    }

    @Override
    public boolean open() {
        AdminConnection open = connection;
        boolean lost = open != null && !open.isAlive();
        if (open == null || lost) {
            if (!reconnect()) {
                output().error("no valid connection");
                return false;
            }
            if (lost) {
                output().line("Reconnected to the admin server");
            }
        }
        shell.forget();
        return true;
    }

    /// Connects to another daemon, or to the same one anew, because the user asked for it.
    ///
    /// @return whether that worked
    boolean connect(Optional<String> name) {
        boolean again = connection != null;
        uri = name.or(() -> uri);
        if (!reconnect()) {
            return false;
        }
        output().line((again ? "Reconnected" : "Connected") + " to the admin server");
        return true;
    }

    private boolean reconnect() {
        boolean again = connection != null;
        close();
        try {
            AdminConnection opened =
                    AdminConnection.open(
                            new RemoteAdminConnectDriver(), uri.or(this::fromEnvironment));
            watch(opened);
            connection = opened;
            return true;
        } catch (LibvirtException e) {
            shell.remember(e);
            String verb = again ? "reconnect" : "connect";
            output().error("Failed to " + verb + " to the admin server");
            return false;
        }
    }

    private Optional<String> fromEnvironment() {
        return Optional.of(shell.environment().variable(URI_VARIABLE))
                .filter(name -> !name.isEmpty());
    }

    private void watch(AdminConnection opened) {
        var news = new EndOfConnection();
        end = news;
        opened.onClose(
                reason -> {
                    output().error("Disconnected from " + opened.uri() + " due to " + text(reason));
                    news.tell();
                });
    }

    private static String text(CloseReason reason) {
        return switch (reason) {
            case ERROR -> "I/O error";
            case EOF -> "end of file";
            case KEEPALIVE -> "keepalive timeout";
            case CLIENT -> "unknown reason";
        };
    }

    @Override
    public void settle() {
        AdminConnection open = connection;
        if (open != null && !open.isAlive()) {
            end.await();
        }
    }

    @Override
    public void failed(LibvirtException error) {
        // Whether the connection still stands is asked before the next command.
    }

    @Override
    public String prompt() {
        return "virt-admin # ";
    }

    @Override
    public void close() {
        AdminConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
