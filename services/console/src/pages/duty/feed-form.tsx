import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { WrittenRota } from '../../api/duty';
import { keys } from '../../api/keys';
import { request } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { momentInFull, useMomentStyle } from '../../time/moment';
import { Button } from '../../ui/button';
import { Field, inputClasses } from '../../ui/field';
import { ProblemBox } from '../../ui/problem-box';
import { toast } from '../../ui/toast';

/** Takes the shifts from an ICS file, pasted or chosen; they go over the week and under the cover. */
export function FeedForm({ feed }: { feed: WrittenRota['feed'] }): ReactNode {
  const client = useQueryClient();
  const style = useMomentStyle();
  const { run, busy, error } = useDeed();
  const [text, setText] = useState('');
  const [zone, setZone] = useState(style.timeZone);
  const put = (body: { text: string | null; zone: string }) =>
    void run(async () => {
      const { shifts } = await request<{ shifts: number }>('/v1/duty/feed', { method: 'PUT', body });
      await client.invalidateQueries({ queryKey: keys.duty() });
      setText('');
      toast(body.text === null ? 'The shifts of the file are gone.' : `${shifts} shifts were taken over.`);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') put({ text, zone: zone.trim() || 'UTC' });
  };
  return (
    <form onSubmit={submit} className="space-y-3" aria-label="Shifts from a calendar file">
      <p>
        {feed.shifts === 0
          ? 'No file was taken over.'
          : `${feed.shifts} shifts come from a file${feed.until ? `, the last ends ${momentInFull(feed.until, style)}` : ''}.`}
      </p>
      <label className="block">
        <span className="font-medium">Choose an ICS file</span>
        <input
          type="file"
          accept=".ics,text/calendar"
          className={`${inputClasses} mt-1`}
          onChange={({ target: { files } }) => void files?.[0]?.text().then(setText)}
        />
      </label>
      <Field label="Or paste it" help="Whoever has a shift is named by mail address, id or name." required>
        {(control) => (
          <textarea
            {...control}
            rows={5}
            spellCheck={false}
            className={`${inputClasses} font-mono text-sm`}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label="Time zone" help="Of days and times in it that name none.">
        {(control) => (
          <input
            {...control}
            className={`${inputClasses} max-w-60`}
            maxLength={100}
            value={zone}
            onChange={(event) => setZone(event.target.value)}
          />
        )}
      </Field>
      <ProblemBox
        error={error}
        nameOf={({ pointer }) => (pointer === '#/text' ? 'The file' : pointer.replace('#/', ''))}
      />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" busy={busy} disabled={text.trim() === ''}>
          Take the shifts over
        </Button>
        {feed.shifts > 0 && (
          <Button disabled={busy} onClick={() => put({ text: null, zone: 'UTC' })}>
            Drop the shifts of the file
          </Button>
        )}
      </div>
    </form>
  );
}
