# private-polkitd.sh ROOT POLKITD: runs a D-Bus daemon and polkit's own daemon with actions and rules below ROOT, for nobody else.
#
# polkit's folders are compiled in, so it gets a mount namespace in which they are other folders.
set -eu
root=$1
mount --bind "$root/rules" /etc/polkit-1/rules.d
mount --bind "$root/actions" /usr/share/polkit-1/actions
dbus-daemon --config-file="$root/bus.conf" --nofork --nopidfile --print-address=3 3>"$root/address" &
bus=$!
trap 'kill $bus' EXIT
while [ ! -s "$root/address" ]; do
  kill -0 $bus
done
DBUS_SYSTEM_BUS_ADDRESS=unix:path=$root/bus
export DBUS_SYSTEM_BUS_ADDRESS
"$2" &
polkit=$!
trap 'kill $polkit $bus' EXIT
trap 'exit 0' TERM
wait $polkit
