package dev.jvirt.api.stream;

import java.io.IOException;

/// Where the bytes and holes of a transfer come from. Only who has the data knows where holes are.
public interface SparseSource extends StreamSource {
    /// The run that begins where the source stands now (`virStreamSourceHoleFunc`). A run of data
    /// is then read to its end; a hole is skipped.
    ///
    /// @return [StreamSection#END] at the end
    StreamSection section() throws IOException;

    /// Steps over a hole, which the far side knows of by now (`virStreamSourceSkipFunc`).
    ///
    /// @param length of the hole, as [#section] has told it
    void skip(long length) throws IOException;
}
