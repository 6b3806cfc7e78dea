# private-libvirtd.sh ROOT LIBVIRTD ARGUMENT...: runs C libvirtd with state folders of its own below ROOT.
#
# Its places are compiled in, so it gets a mount namespace in which they are other folders. A package of the distribution may
# have left out the user that QEMU is started as by default: the namespace knows it.
set -eu
root=$1
shift
for place in etc/libvirt var/lib/libvirt var/cache/libvirt var/log/libvirt; do
  mkdir -p "$root/$place" "/$place"
  mount --bind "$root/$place" "/$place"
done
{
  cat /etc/passwd
  grep -q '^libvirt-qemu:' /etc/passwd || echo 'libvirt-qemu:x:64055:64055::/var/lib/libvirt:/usr/sbin/nologin'
} >"$root/passwd"
{
  cat /etc/group
  grep -q '^libvirt-qemu:' /etc/group || echo 'libvirt-qemu:x:64055:'
} >"$root/group"
mount --bind "$root/passwd" /etc/passwd
mount --bind "$root/group" /etc/group
# The root may itself be below /run, so this comes last.
mkdir -p "$root/run/libvirt"
mkdir -p /run/libvirt
mount --bind "$root/run/libvirt" /run/libvirt
# What was done so far is not the daemon's work.
date +%s%N >"$root/started"
exec "$@"
