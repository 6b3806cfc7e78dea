# private-sshd.sh ROOT PORT SOCKETS PROGRAMS: runs OpenSSH's server on a port of the loopback device, with keys, accounts and
# settings of its own below ROOT. Who comes by it finds the daemon whose sockets are in the folder SOCKETS where daemons of
# the system are, and the programs in the folder PROGRAMS before all others.
set -eu
root=$1
port=$2
sockets=$3
programs=$4
# Both accounts may do everything, as the folders of tests are root's alone.
home=$root/home
mkdir -p "$home/.ssh" /run/sshd "$root/etc"
chmod 755 "$home"
chmod 700 "$home/.ssh"
[ -f "$root/etc/host_ed25519" ] || {
  ssh-keygen -q -t ed25519 -N '' -C '' -f "$root/etc/host_ed25519"
  ssh-keygen -q -t rsa -b 2048 -N '' -C '' -f "$root/etc/host_rsa"
  ssh-keygen -q -t ecdsa -N '' -C '' -f "$root/etc/host_ecdsa"
}
{
  cat /etc/passwd
  grep -q '^sshd:' /etc/passwd || echo 'sshd:x:102:65534::/run/sshd:/usr/sbin/nologin'
  echo "wanda:x:0:0::$home:/bin/sh"
} >"$root/etc/passwd"
{
  cat /etc/shadow
  # The password is `secret`.
  echo 'wanda:$5$jvirt$7YoYf6NetaSdBipANdCbrpQ.0Sk7YjGwVb2qVy8md1.:20000:0:99999:7:::'
} >"$root/etc/shadow"
chmod 600 "$root/etc/shadow"
cat >"$root/etc/pam" <<'PAM'
auth required pam_unix.so
account required pam_unix.so
session optional pam_permit.so
PAM
cat >"$root/etc/sshd_config" <<CONFIG
Port $port
ListenAddress 127.0.0.1
HostKey $root/etc/host_ed25519
HostKey $root/etc/host_rsa
HostKey $root/etc/host_ecdsa
PidFile none
UsePAM yes
PermitRootLogin yes
StrictModes no
AuthorizedKeysFile $home/.ssh/authorized_keys
PrintMotd no
PrintLastLog no
UseDNS no
SetEnv PATH=$programs:/usr/bin:/bin:/usr/sbin:/sbin
CONFIG
[ ! -f "$root/sshd_config.more" ] || {
  cat "$root/sshd_config.more" "$root/etc/sshd_config" >"$root/etc/both"
  mv "$root/etc/both" "$root/etc/sshd_config"
}
mount --bind "$root/etc/passwd" /etc/passwd
mount --bind "$root/etc/shadow" /etc/shadow
[ ! -f /etc/pam.d/sshd ] || mount --bind "$root/etc/pam" /etc/pam.d/sshd
mkdir -p /run/libvirt
mount --bind "$sockets" /run/libvirt
exec /usr/sbin/sshd -D -e -f "$root/etc/sshd_config"
