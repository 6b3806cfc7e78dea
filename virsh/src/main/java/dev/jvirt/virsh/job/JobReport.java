package dev.jvirt.virsh.job;

import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.JobOperation;
import dev.jvirt.api.domain.JobStats;
import dev.jvirt.api.domain.JobType;
import dev.jvirt.virsh.object.Capacity;
import dev.jvirt.virsh.shell.Output;
import java.util.OptionalLong;

/// What `domjobinfo` prints of a job: as much as the driver tells.
final class JobReport {
    private static final int LABELS = 17;
    private static final int NUMBERS = 12;
    private static final int LONG_NUMBERS = 13;

    private final Output output;
    private final JobType type;
    private final TypedParameters figures;

    JobReport(Output output, JobStats stats) {
        this.output = output;
        type = stats.type();
        figures = stats.figures();
    }

    /// @param completed whether a job that ended was asked for
    /// @param any whether to tell of jobs that failed, too
    void print(boolean completed, boolean any) {
        line("Job type:", padded(name(type), NUMBERS));
        boolean wanted =
                type == JobType.BOUNDED
                        || type == JobType.UNBOUNDED
                        || completed && type == JobType.COMPLETED
                        || any;
        if (!wanted || type == JobType.NONE) {
            return;
        }
        line("Operation:", padded(operation(), NUMBERS));
        line("Time elapsed:", millis(value("time_elapsed")));
        millis("Time elapsed w/o network:", "time_elapsed_net");
        if (type == JobType.BOUNDED) {
            line("Time remaining:", millis(value("time_remaining")));
        }
        amounts("Data", "data");
        if (amounts("Memory", "memory")) {
            rate("Memory bandwidth:", "memory_bps");
            number("Dirty rate:", "memory_dirty_rate", " pages/s");
            number("Page size:", "memory_page_size", " bytes");
            number("Iteration:", "memory_iteration", "");
            number("Postcopy requests:", "memory_postcopy_requests", "");
        }
        if (amounts("File", "disk")) {
            rate("File bandwidth:", "disk_bps");
        }
        pages();
        times();
        compression();
        figures.getString("errmsg").ifPresent(message -> line("Error message:", message));
    }

    private void pages() {
        number("Constant pages:", "memory_constant", "");
        number("Normal pages:", "memory_normal", "");
        size("Normal data:", "memory_normal_bytes");
    }

    private void times() {
        millis(type == JobType.COMPLETED ? "Total downtime:" : "Expected downtime:", "downtime");
        millis("Downtime w/o network:", "downtime_net");
        millis("Setup time:", "setup_time");
    }

    private void compression() {
        size("Compression cache:", "compression_cache");
        size("Compressed data:", "compression_bytes");
        longNumber("Compressed pages:", "compression_pages");
        longNumber("Compression cache misses:", "compression_cache_misses");
        longNumber("Compression overflows:", "compression_overflow");
        figures.getInt("auto_converge_throttle")
                .ifPresent(
                        percent ->
                                line(
                                        "Auto converge throttle:",
                                        padded(Integer.toString(percent), LONG_NUMBERS)));
        size("Temporary disk space use:", "disk_temp_used");
        size("Temporary disk space total:", "disk_temp_total");
    }

    private boolean amounts(String what, String name) {
        long processed = value(name + "_processed");
        long remaining = value(name + "_remaining");
        long total = value(name + "_total");
        if (processed == 0 && remaining == 0 && total == 0) {
            return false;
        }
        line(what + " processed:", Capacity.precise(processed));
        line(what + " remaining:", Capacity.precise(remaining));
        line(what + " total:", Capacity.precise(total));
        return true;
    }

    private void rate(String label, String name) {
        find(name).ifPresent(value -> line(label, Capacity.precise(value) + "/s"));
    }

    private void size(String label, String name) {
        find(name).ifPresent(value -> line(label, Capacity.precise(value)));
    }

    private void millis(String label, String name) {
        find(name).ifPresent(value -> line(label, millis(value)));
    }

    private static String millis(long value) {
        return padded(Long.toUnsignedString(value), NUMBERS) + " ms";
    }

    private void number(String label, String name, String unit) {
        find(name)
                .ifPresent(
                        value -> line(label, padded(Long.toUnsignedString(value), NUMBERS) + unit));
    }

    private void longNumber(String label, String name) {
        find(name)
                .ifPresent(
                        value -> line(label, padded(Long.toUnsignedString(value), LONG_NUMBERS)));
    }

    private OptionalLong find(String name) {
        return figures.getUnsignedLong(name);
    }

    private long value(String name) {
        return find(name).orElse(0);
    }

    private void line(String label, String value) {
        output.field(label, LABELS, value);
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private static String name(JobType type) {
        return switch (type) {
            case NONE -> "None";
            case BOUNDED -> "Bounded";
            case UNBOUNDED -> "Unbounded";
            case COMPLETED -> "Completed";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
        };
    }

    private String operation() {
        return switch (JobOperation.of(figures.getInt("operation").orElse(0))) {
            case UNKNOWN -> "Unknown";
            case START -> "Start";
            case SAVE -> "Save";
            case RESTORE -> "Restore";
            case MIGRATION_IN -> "Incoming migration";
            case MIGRATION_OUT -> "Outgoing migration";
            case SNAPSHOT -> "Snapshot";
            case SNAPSHOT_REVERT -> "Snapshot revert";
            case DUMP -> "Dump";
            case BACKUP -> "Backup";
            case SNAPSHOT_DELETE -> "Snapshot delete";
        };
    }
}
