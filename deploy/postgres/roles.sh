#!/bin/bash
# Runs once, in a new database: a role and a schema of its own for each service, and nothing for anybody else.
set -euo pipefail
for service in intake journeys messaging escalation console simulator; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" -v service="$service" -v password="$DATABASE_PASSWORD" <<'SQL'
CREATE ROLE :"service" LOGIN PASSWORD :'password';
CREATE SCHEMA :"service" AUTHORIZATION :"service";
ALTER ROLE :"service" SET search_path = :"service";
SQL
done
