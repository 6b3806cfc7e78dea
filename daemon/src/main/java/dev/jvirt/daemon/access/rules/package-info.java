/// The built-in access driver: a file of rules, for hosts without polkit.
///
/// [RuleParser] reads the file and refuses it whole if a single word is wrong. [RuleFile] is what
/// came of it: the first [Rule] that fits decides, and without one the answer is no. [Caller] is
/// whom rules speak of; [RulePolicy] puts the file in the place of an access driver of the daemon.
/// `docs/access-control.md` explains the format to administrators.
@NullMarked
package dev.jvirt.daemon.access.rules;

import org.jspecify.annotations.NullMarked;
