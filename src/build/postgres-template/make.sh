#!/bin/sh
# Makes the data directory that the embedded PostgreSQL starts from, as a resource of the program.
# It is shipped ready-made because initdb refuses a user id without a name, which is what many
# containers run as, and because unpacking it takes a tenth of the time that initdb takes.
#
# Run it on Linux x86-64 after `mvn generate-resources`, when the PostgreSQL binaries change, and
# commit the result. Needs only tar, gzip and (as root) setpriv.
set -eu
cd "$(dirname "$0")/../../.."
HERE=src/build/postgres-template
RESOURCES=dev/harness/target/postgres/embedded
BINARIES="target/classes/$RESOURCES/postgres-linux-x86_64.tar.gz"
OUTPUT="$PWD/src/main/resources/$RESOURCES/data-template.tar.gz"

WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT
mkdir "$WORK/postgres" "$WORK/data"
tar -xzf "$BINARIES" -C "$WORK/postgres"
chmod 755 "$WORK"
DROP=
if [ "$(id -u)" = 0 ]; then
  chown 65534:65534 "$WORK/data"
  DROP='setpriv --reuid=65534 --regid=65534 --clear-groups'
fi

# The built-in locale provider: the same order of text on every machine, whatever locales it has.
# Nobody may log in: local and host are set again at each launch, before the server opens.
export LC_ALL=C TZ=UTC
$DROP "$WORK/postgres/bin/initdb" --pgdata="$WORK/data" --username=postgres --encoding=UTF8 \
  --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 \
  --auth=reject --no-instructions --no-sync
grep -v -e '^--' -e '^$' "$HERE/roles.sql" |
  $DROP "$WORK/postgres/bin/postgres" --single -D "$WORK/data" -c wal_recycle=off template1 >"$WORK/roles.log" 2>&1
if grep -E 'ERROR|FATAL|PANIC' "$WORK/roles.log"; then exit 1; fi

# The last statement began a new log segment and the server was shut down cleanly, so nothing reads
# the older ones again; without them the template is a quarter of the size.
find "$WORK/data/pg_wal" -maxdepth 1 -type f | sort | sed '$d' | xargs rm -f

# Our own files are written at each launch; initdb's would only contradict them.
cd "$WORK/data"
rm -f postgresql.conf postgresql.auto.conf pg_hba.conf pg_ident.conf postmaster.opts
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cf - . | gzip -9n >"$OUTPUT"
ls -l "$OUTPUT"
