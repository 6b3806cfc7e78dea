/// What experiments with real parts need: daemons of both kinds, guests, foreign programs.
///
/// A [Daemon] is C libvirt's ([CLibvirtd]) or ours ([JvirtLibvirtd]); both live below a folder that
/// the caller gives and later removes, and end with all their guests when they are closed.
/// [Programs] runs whatever is installed, [NativeProgram] what is compiled on the spot, [RawClient]
/// says to a daemon what no client would say.
@NullMarked
package dev.jvirt.tests.lab;

import org.jspecify.annotations.NullMarked;
