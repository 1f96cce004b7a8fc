#!/bin/sh
# Makes Temporal's two databases, or brings them to the schema of this release. Safe to run again.
set -eu

bring_up() {
  database=$1
  schema=$2
  tool="temporal-sql-tool --plugin postgres12 --ep ${POSTGRES_HOST} --port 5432 --user ${POSTGRES_USER} --db ${database}"
  $tool create
  $tool setup-schema -v 0.0 || echo "${database} has a schema already"
  $tool update-schema --directory "/etc/temporal/schema/postgresql/v12/${schema}/versioned"
}

bring_up temporal temporal
bring_up temporal_visibility visibility
