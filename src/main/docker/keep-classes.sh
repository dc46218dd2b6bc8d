#!/bin/bash
# Keeps in a file what a start loads, as this Java has it in memory, so that the next starts take less than half the
# time. From Java 25 on the file is an ahead-of-time cache; before, an archive of classes. It is made by a start like any
# other, up to the first ready answer: on a database that is migrated for it, and with files in place of a Keycloak. The
# file serves the Java that made it and this very path of the jar.
#
#   keep-classes.sh <quarkus-run.jar> <file to make> <JDBC address of an empty database>
#
# There, postgres owns the database and tianbo_app may sign in; the password of both, if one is asked for, is in
# DATABASE_PASSWORD. QUARKUS_HTTP_PORT and QUARKUS_MANAGEMENT_PORT may name other ports than 8080 and 9000.
set -eu

jar=$1 file=$2
folder=$(mktemp -d)
options="@$(dirname "$0")/java-options"
# As a web pod of the chart: code in the file is of use only to the collector that it was made with, and to pointers into
# a heap of the same kind of size. Elsewhere Java makes it anew and uses the rest of the file.
pod=(-XX:+UseSerialGC -Xmx160m -XX:NewSize=32m -XX:MaxNewSize=32m)
# Compiled once and quickly: what is kept of classes is the same, and a start to learn from takes less.
quick=-XX:TieredStopAtLevel=1
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$folder"' EXIT

fail() {
    cat "$folder"/*.log >&2
    echo "$1" >&2
    exit 1
}

# Runs until the command succeeds, two minutes at most, and not beyond the end of the program with that number.
await() {
    local program=$1
    shift
    for _ in $(seq 1200); do
        "$@" 2>/dev/null && return
        kill -0 "$program" 2>/dev/null || break
        sleep 0.1
    done
    fail "Waited in vain for: $*"
}

ready() {
    exec 3<>"/dev/tcp/127.0.0.1/$QUARKUS_MANAGEMENT_PORT" \
        && printf 'GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 \
        && read -r answer <&3 && exec 3>&- && [[ $answer == *" 200 "* ]]
}

# In place of Keycloak one file with its keys, from Java 18 on, which can serve it; a start goes on without, too.
keycloak=http://127.0.0.1:1
cat >"$folder/keys" <<END
{"keys": [{"kty": "EC", "use": "sig", "crv": "P-256", "alg": "ES256", "kid": "1",
 "x": "YP7UuiVanTHJYet0xjVtaMBJuJI7YfrmmMZInmDym_Y", "y": "eQP-EIm4vMmkGumjJlLmLw8rHbfsUcg9mIxY0KX1oRM"}]}
END
if java -m jdk.httpserver -version >/dev/null 2>&1; then
    java -m jdk.httpserver --bind-address 127.0.0.1 --port 0 --directory "$folder" >"$folder/files.log" 2>&1 &
    await $! grep -q '^URL ' "$folder/files.log"
    keycloak=$(sed -n 's,^URL \(http.*[0-9]\)/*$,\1,p' "$folder/files.log")
fi

export QUARKUS_HTTP_PORT=${QUARKUS_HTTP_PORT:-8080} QUARKUS_MANAGEMENT_PORT=${QUARKUS_MANAGEMENT_PORT:-9000}
export QUARKUS_DATASOURCE_JDBC_URL=$3 QUARKUS_DATASOURCE_USERNAME=tianbo_app
export QUARKUS_DATASOURCE_PASSWORD=${DATABASE_PASSWORD:-none}
export QUARKUS_OIDC_AUTH_SERVER_URL=$keycloak QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL=$keycloak
export QUARKUS_OIDC_DISCOVERY_ENABLED=false QUARKUS_OIDC_JWKS_PATH=/keys QUARKUS_OIDC_TOKEN_PATH=/token \
    QUARKUS_OIDC_AUTHORIZATION_PATH=/authorization QUARKUS_OIDC_END_SESSION_PATH=/logout
export TIANBO_PUBLIC_ADDRESS=https://localhost TIANBO_MEDIA_FOLDER=$folder/media
# Long enough and unlike each other, as a start demands; nothing is ever signed with them.
for secret in QUARKUS_OIDC_CREDENTIALS_SECRET QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET \
    QUARKUS_KEYCLOAK_ADMIN_CLIENT_CLIENT_SECRET TIANBO_CERTIFICATION_SIGNING_KEY TIANBO_MEDIA_LINK_KEY \
    TIANBO_PEOPLE_HASH_KEY TIANBO_PRIVACY_MASTER_KEY TIANBO_STORE_HASH_KEY; do
    export $secret="$(head -c 32 /dev/urandom | od -An -v -t x1 | tr -d ' \n')"
done

QUARKUS_FLYWAY_JDBC_URL=$3 QUARKUS_FLYWAY_USERNAME=postgres QUARKUS_FLYWAY_PASSWORD=$QUARKUS_DATASOURCE_PASSWORD \
    java "$options" "$quick" -jar "$jar" migrate >"$folder/migrate.log" 2>&1 || fail "The database could not be migrated."
if java -XX:AOTCacheOutput="$file" -version >/dev/null 2>&1; then
    keep=(-XX:AOTCacheOutput="$file" -Xlog:aot=off)
else
    keep=(-XX:ArchiveClassesAtExit="$file" -Xlog:cds=off -Xlog:cds+dynamic=off)
fi
rm -f "$file"
java "$options" "${pod[@]}" "$quick" "${keep[@]}" -jar "$jar" >"$folder/start.log" 2>&1 &
application=$!
await "$application" ready
# It writes the file as it ends; 143 says that it was asked to.
kill "$application"
wait "$application" || [ $? = 143 ] || fail "It did not end well."
[ -s "$file" ] || fail "No classes were kept."
