import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { comparisonQuery, policiesQuery } from '../../api/policies';
import { inputClasses } from '../../ui/field';
import { ErrorState, Loading } from '../../ui/states';
import { ComparisonTable } from './comparison-table';

interface Props {
  /** Where what is compared is. */
  path: string;
  /** What it is called. */
  name: string;
  version: number | undefined;
  onVersion: (version: string | undefined) => void;
}

/** What a draft or a version changes against another one. */
export function ComparisonPart({ path, name, version, onVersion }: Props): ReactNode {
  const versions = useInfiniteQuery(policiesQuery).data ?? [];
  const { data, error, refetch } = useQuery(comparisonQuery(path, version));
  return (
    <div className="space-y-3">
      <label className="flex flex-wrap items-center gap-2">
        Compared with
        <select
          className={`${inputClasses} max-w-60`}
          value={version ?? ''}
          onChange={(event) => onVersion(event.target.value || undefined)}
        >
          <option value="">the present version</option>
          {versions.map((one) => (
            <option key={one.version} value={one.version}>
              version {one.version}
            </option>
          ))}
        </select>
      </label>
      {data ? (
        <>
          <p role="status">
            {data.differences.length === 1
              ? 'One thing is different.'
              : `${data.differences.length} things are different.`}
          </p>
          <ComparisonTable differences={data.differences} before={`Version ${data.from}`} after={name} />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading what="Comparing" />
      )}
    </div>
  );
}
