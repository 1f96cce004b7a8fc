import { useState, type ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { AccountView } from '../../../../api/views/account.schema';
import { Button } from '../../ui/button';

type Month = AccountView['byMonth'][number];

/** Escalations and breaches month by month, drawn or as a table. */
export default function MonthsChart({ months }: { months: readonly Month[] }): ReactNode {
  const [asTable, setAsTable] = useState(false);
  return (
    <div className="space-y-2">
      {asTable ? <MonthsTable months={months} /> : <Drawing months={months} />}
      <Button small kind="quiet" onClick={() => setAsTable(!asTable)}>
        {asTable ? 'As a chart' : 'As a table'}
      </Button>
    </div>
  );
}

function Drawing({ months }: { months: readonly Month[] }): ReactNode {
  return (
    <div className="h-56">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={[...months]} title="Escalations and breaches by month" margin={{ left: -20 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="month" tickFormatter={monthWords} stroke="var(--ink-soft)" fontSize={12} />
          <YAxis allowDecimals={false} stroke="var(--ink-soft)" fontSize={12} />
          <Tooltip
            labelFormatter={(month) => (typeof month === 'string' ? monthWords(month) : null)}
            contentStyle={{ background: 'var(--raised)', border: '1px solid var(--line)', color: 'var(--ink)' }}
            cursor={{ fill: 'var(--sunken)' }}
          />
          <Legend formatter={(name: string) => <span className="text-ink">{name}</span>} />
          <Bar dataKey="raised" name="raised" fill="var(--info-fill)" isAnimationActive={false} />
          <Bar dataKey="breaches" name="breaches" fill="var(--danger-fill)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function MonthsTable({ months }: { months: readonly Month[] }): ReactNode {
  return (
    <table className="tabular w-full text-left">
      <caption className="sr-only">Escalations and breaches by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Raised</th>
          <th scope="col">Breaches</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, raised, breaches }) => (
          <tr key={month} className="border-t border-line">
            <th scope="row" className="font-normal">
              {monthWords(month)}
            </th>
            <td>{raised}</td>
            <td>{breaches}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `2026-11` as `Nov 26`. */
function monthWords(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );
}
