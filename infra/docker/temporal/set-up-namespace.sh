#!/bin/sh
# Makes the namespace with the search attributes that the escalations carry. Safe to run again.
set -eu

temporal operator namespace describe --namespace "${TEMPORAL_NAMESPACE}" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "${TEMPORAL_NAMESPACE}" --retention 30d

attributes() {
  temporal operator search-attribute list --namespace "${TEMPORAL_NAMESPACE}"
}

for attribute in UpstairsStage=Keyword UpstairsLevel=Keyword UpstairsBreached=Bool; do
  name=${attribute%=*}
  attributes | grep -qw "${name}" ||
    temporal operator search-attribute create --namespace "${TEMPORAL_NAMESPACE}" --name "${name}" --type "${attribute#*=}"
done
