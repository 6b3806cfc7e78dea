/// Completes a domain definition with what its document leaves open.
///
/// [DomainDefaults] goes the way C libvirt goes after parsing, step by step; [DriverCompletion] is
/// where a driver takes part, and [CompletionSettings] what it lends and allows. The result is what
/// is stored and shown.
@NullMarked
package dev.jvirt.documents.domain.completion;

import org.jspecify.annotations.NullMarked;
