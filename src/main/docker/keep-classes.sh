#!/bin/sh
# Keeps in a file what every start loads, as this Java has it in memory, so that a start takes half the time. From Java 25
# on it is an ahead-of-time cache, which also holds what was learnt of the methods that a start runs; before, an archive of
# classes. What it runs is a start like any other, but with settings that lead nowhere: it ends, with the error it prints,
# where it needs the database. The file serves the Java that made it and this very path of the jar.
#
#   keep-classes.sh <quarkus-run.jar> <file to make>
set -eu

export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://localhost:1/nowhere
export QUARKUS_DATASOURCE_USERNAME=nobody
export QUARKUS_FLYWAY_MIGRATE_AT_START=true
export QUARKUS_OIDC_AUTH_SERVER_URL=http://localhost:1/realms/nowhere
export QUARKUS_OIDC_CREDENTIALS_SECRET=none
export QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL=http://localhost:1
export QUARKUS_KEYCLOAK_ADMIN_CLIENT_CLIENT_SECRET=none
export TIANBO_CERTIFICATION_SIGNING_KEY=none
export TIANBO_MEDIA_LINK_KEY=none
export TIANBO_PEOPLE_HASH_KEY=none
export TIANBO_STORE_HASH_KEY=none

if java -XX:AOTCacheOutput="$2" -version >/dev/null 2>&1; then
    keep="-XX:AOTCacheOutput=$2 -Xlog:aot=off"
else
    keep="-XX:ArchiveClassesAtExit=$2 -Xlog:cds=off -Xlog:cds+dynamic=off"
fi
rm -f "$2"
# shellcheck disable=SC2086 # two options in one word each
if java "@$(dirname "$0")/java-options" $keep -jar "$1"; then
    echo "It started without a database; settings from elsewhere must have led it to one." >&2
    exit 1
fi
if [ ! -s "$2" ]; then
    echo "No classes were kept." >&2
    exit 1
fi
