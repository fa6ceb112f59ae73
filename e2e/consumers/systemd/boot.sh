#!/bin/sh
# Boots systemd as the first process of namespaces of its own, with the service as it is delivered, and asks the service for
# this and that. Nothing is written outside of OUT: the root is this machine's, beneath an overlay in memory.
#   unshare --mount --pid --net --uts --ipc --cgroup --fork --kill-child sh boot.sh PACKAGE DELIVERED OUT
# PACKAGE is a folder of the npm package, DELIVERED deploy/systemd, OUT where `answers` and `journal` are written.
set -e
package=$1 delivered=$2 out=$3

ip link set lo up
mount -t tmpfs tmpfs /mnt
mkdir /mnt/upper /mnt/work /mnt/root
mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/root
cd /mnt/root

# What docs/DEPLOYMENT.md has people do, with addresses that are on loopback.
mkdir -p opt/eni-atlas oldroot out
mount --bind "$package" opt/eni-atlas
mount --bind "$out" out
ln -sf /opt/eni-atlas/bin/eni-atlas.mjs usr/local/bin/eni-atlas
install -D -m 644 -t etc/eni-atlas "$delivered/eni-atlas.env" "$delivered/access.json"
sed -i 's#https://enis.example.com#http://localhost:3000#; s#https://id.example.com.*#http://localhost:9#' etc/eni-atlas/eni-atlas.env
echo kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk > etc/eni-atlas/session-keys
echo a-secret > etc/eni-atlas/client-secret
chmod 600 etc/eni-atlas/session-keys etc/eni-atlas/client-secret
rm -rf etc/systemd/system/*
install -m 644 "$delivered/eni-atlas.service" etc/systemd/system/

cat > etc/systemd/system/trial.target <<'END'
[Unit]
Wants=trial.service
END
cat > etc/systemd/system/trial.service <<'END'
[Service]
Type=oneshot
ExecStart=/bin/sh /out/trial.sh
StandardOutput=file:/out/answers
StandardError=file:/out/answers
END
cat > out/trial.sh <<'END'
ask() { node -e 'fetch(process.argv[1]).then((answer) => console.log(new URL(answer.url).pathname, answer.status), () => process.exit(1))' "http://127.0.0.1:3000$1"; }
settled() { for try in $(seq 300); do "$@" && return; systemctl --quiet is-failed eni-atlas && return; sleep 0.1; done; }
systemctl start eni-atlas
settled ask /healthz
ask /api/enis
for pid in $(cat /sys/fs/cgroup/system.slice/eni-atlas.service/cgroup.procs); do grep -E '^(Uid|CapEff|CapBnd|NoNewPrivs|Seccomp):' /proc/$pid/status; done
stat -c '%n %a' /var/log/eni-atlas/audit.jsonl
systemctl stop eni-atlas
systemctl show -p Result -p ExecMainStatus -p NRestarts eni-atlas
sed -i 's/^ENI_ATLAS_AUTH=.*/ENI_ATLAS_AUTH=nobody/' /etc/eni-atlas/eni-atlas.env
systemctl start eni-atlas
settled false
systemctl show -p Result -p ExecMainStatus -p NRestarts eni-atlas
journalctl -u eni-atlas --no-pager > /out/journal
systemctl exit 0
END

# Kernel parameters, devices and hardware stay as they are on this machine.
for unit in systemd-sysctl systemd-tmpfiles-setup-dev systemd-modules-load systemd-udevd systemd-udev-trigger; do
  ln -s /dev/null etc/systemd/system/$unit.service
done
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount --rbind /sys sys
umount --recursive sys/fs/cgroup
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount --rbind /dev dev
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs tmpfs tmp
pivot_root . oldroot
# What systemd mounts has to reach its services.
exec env --ignore-environment container=podman PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  sh -c 'umount --lazy /oldroot; mount --make-rshared /; exec /lib/systemd/systemd --unit=trial.target --log-target=null'
