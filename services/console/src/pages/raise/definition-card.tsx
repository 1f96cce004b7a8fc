import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { aboutQuery } from '../../api/about';
import { Card } from '../../ui/card';
import { Skeleton } from '../../ui/states';

/** What this company counts as an escalation, beside the form that asks for one. */
export function DefinitionCard(): ReactNode {
  const { data, isPending } = useQuery(aboutQuery);
  if (isPending) return <Skeleton className="h-64" />;
  if (!data) return null;
  const { title, text, scope, origin } = data.definition;
  return (
    <Card title={title}>
      <div className="space-y-3">
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <Lines title="Scope" lines={scope} />
        <Lines title="Origin" lines={origin} />
      </div>
    </Card>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="list-disc space-y-1 pl-5 text-ink-soft">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
