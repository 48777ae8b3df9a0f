#!/usr/bin/env bash
# The install guide on a clean Debian, word by word. Needs root, debootstrap and the network.
# A folder has no service manager: `systemctl` and `journalctl` are stand-ins that run what the unit files say.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
root=$(mktemp -d /tmp/consuno-fresh-XXXXXX)
chmod 755 "$root"   # it will be the root of everybody in it
name=agenda.prueba.internal
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive CONSUNO_PASSWORD="${password:-}" "$@"; }
password=$(head -c 18 /dev/urandom | base64)

finish() {
  inside bash -c 'pkill -x nginx; pkill -u consuno; pg_ctlcluster 15 main stop -m immediate' >/dev/null 2>&1 || true
  sleep 1; umount -l "$root/proc" "$root/dev" 2>/dev/null || true; rm -rf --one-file-system "$root"
}
trap finish EXIT

echo "== a new Debian in $root"
debootstrap --variant=minbase --include=ca-certificates,curl,procps bookworm "$root" "${MIRROR:-http://deb.debian.org/debian}" >/dev/null
mount -t proc proc "$root/proc"; mount --rbind /dev "$root/dev"
cp /etc/resolv.conf "$root/etc/resolv.conf"; echo "127.0.0.1 localhost $name" > "$root/etc/hosts"
[ -n "${PIP_SETUP:-}" ] && bash "$PIP_SETUP" "$root"   # where this machine reaches packages by other ways
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"; chmod 755 "$root/usr/sbin/policy-rc.d"
git clone -q --bare "$here" "$root/srv/code.git"
install -m 755 "$here/tests/external/systemctl" "$root/usr/local/bin/systemctl"
printf '#!/bin/sh\ntail -n 20 /var/log/consuno.service.log\n' > "$root/usr/local/bin/journalctl"
chmod 755 "$root/usr/local/bin/journalctl"

# The commands of one numbered section of the guide: its indented lines, with what is said to be replaced replaced.
section() {
  awk -v n="## $1." 'index($0, n) == 1 {on = 1; next} /^## / {on = 0} on && /^    / {print substr($0, 5)}' \
    "$here/docs/operations/install.md" |
    sed -e "s#https://code.example.org/consuno.git#/srv/code.git#" -e "s#/agenda.example.org/g#/$name/g#" \
      -e "s#//agenda.example.org/#//$name/#" -e 's#curl -fsSI https#curl -kfsSI https#'
}
run() {
  echo "== step $1"
  section "$1" > "$root/root/step.sh"
  sed -i -e '/^certbot /d' "$root/root/step.sh"   # a name of nobody's gets no certificate: one of our own below
  inside bash -euxc 'cd /srv/consuno 2>/dev/null || cd /; source /root/step.sh' < /dev/null
}
run 1
inside pg_ctlcluster 15 main start
run 2; run 3; run 4; run 5
inside install -d /etc/letsencrypt/live/$name
inside openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$name" -keyout /etc/letsencrypt/live/$name/privkey.pem \
  -out /etc/letsencrypt/live/$name/fullchain.pem 2>/dev/null
run 6

echo "== it answers over TLS, and only there is nothing of the probe"
page=$(inside curl -kfsS "https://$name/denuncia/")
grep -q '<h1' <<< "$page"
[ "$(inside curl -ks -o /dev/null -w '%{http_code}' "https://$name/salud/")" = 404 ]
[ "$(inside curl -s -o /dev/null -w '%{http_code}' "http://$name/")" = 301 ]
inside curl -kfsS "https://$name/.well-known/security.txt"
[ -z "$(inside find /var/log/nginx -type f -size +0 -print)" ]

echo "== a copy, everything dropped, put back by two commands"
rows() { inside runuser -u postgres -- pg_dump --data-only --inserts -T 'procrastinate*' -T core_counter -T core_session consuno |
  grep '^INSERT' | sort | sha256sum; }
inside systemctl stop consuno.service
before=$(rows)
inside consuno backup /var/backups/consuno/prueba.copy
inside runuser -u postgres -- dropdb consuno
inside runuser -u postgres -- createdb --owner consuno --encoding UTF8 --template template0 consuno
inside consuno restore /var/backups/consuno/prueba.copy
[ "$before" = "$(rows)" ] && echo "the same: $before"
inside consuno audit_verify
inside systemctl start consuno.service
! inside consuno restore /var/backups/consuno/prueba.copy
run 7
inside curl -fsS http://127.0.0.1:8000/salud/; echo
inside apt-get install -y -qq systemd >/dev/null 2>&1
echo "== what the service manager says of the units"
inside systemd-analyze verify /etc/systemd/system/consuno.service /etc/systemd/system/consuno-backup.service 2>&1 | grep -i consuno || true
inside systemd-analyze security --offline=yes /etc/systemd/system/consuno.service 2>/dev/null | tail -1
echo "== all of it held"
