/// What drivers that work on this host share.
///
/// A domain lives in `domain`: [dev.jvirt.base.domain.DomainObject] in a
/// [dev.jvirt.base.domain.DomainList]. Whoever changes it holds its job, from `job`. Definitions
/// are kept on disk by `store`. [Undo] takes back what must not stay half done.
@NullMarked
package dev.jvirt.base;

import org.jspecify.annotations.NullMarked;
