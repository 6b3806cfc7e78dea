package dev.jvirt.daemon.log;

import java.util.List;

/// What is logged where; never changed, only replaced.
///
/// @param level of sources that no filter matches
/// @param filters of which the first that matches counts
/// @param outputs all of which get each message that is important enough for them
record LogSettings(LogLevel level, List<LogFilter> filters, List<LogOutput> outputs) {

    LogSettings {
        filters = List.copyOf(filters);
        outputs = List.copyOf(outputs);
    }

    LogSettings withLevel(LogLevel newLevel) {
        return new LogSettings(newLevel, filters, outputs);
    }

    LogSettings withFilters(List<LogFilter> newFilters) {
        return new LogSettings(level, newFilters, outputs);
    }

    LogSettings withOutputs(List<LogOutput> newOutputs) {
        return new LogSettings(level, filters, newOutputs);
    }

    /// The least important level that is logged of a source.
    LogLevel threshold(String source) {
        for (LogFilter filter : filters) {
            if (filter.matches(source)) {
                return filter.level();
            }
        }
        return level;
    }
}
