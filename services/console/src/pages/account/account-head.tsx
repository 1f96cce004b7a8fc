import type { ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import { usePeople } from '../../api/people';
import { factWords, moneyWords } from '../../words/fact-words';

/** Who the customer is, and who of us is theirs. */
export function AccountHead({ account }: { account: AccountView['account'] }): ReactNode {
  const csm = usePeople().find(({ id }) => id === account.csmId);
  return (
    <header className="min-w-0 flex-1 basis-72 space-y-1">
      <h1 dir="auto" className="text-2xl font-semibold">
        {account.name}
      </h1>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-ink-soft">
        <Fact name="Tier">{factWords(account.tier)}</Fact>
        <Fact name="ARR">{account.arr ? moneyWords(account.arr) : 'unknown'}</Fact>
        <Fact name="Customer since">{account.customerSince ?? 'unknown'}</Fact>
        <Fact name="CSM">
          {account.csm ? account.csm.name : 'nobody yet'}
          {csm?.email && (
            <>
              {' · '}
              <a className="text-accent underline underline-offset-2" href={`mailto:${csm.email}`}>
                {csm.email}
              </a>
            </>
          )}
        </Fact>
      </dl>
    </header>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div className="flex flex-wrap gap-1.5">
      <dt>{name}:</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}
