import { useRef, type RefObject } from 'react';
import { useShortcut } from '../../keyboard/shortcuts';

/** Moves the focus over the rows of an area: j and k along a list, h and l to the column beside where there are any. */
export function useRowKeys(columns: boolean): RefObject<HTMLDivElement | null> {
  const area = useRef<HTMLDivElement>(null);
  const shortcut = (keys: string, what: string) => ({ keys, what, group: 'This page' as const });
  useShortcut(shortcut('j', 'Next escalation'), () => focusRow(besideInList(area.current, 1)));
  useShortcut(shortcut('k', 'Previous escalation'), () => focusRow(besideInList(area.current, -1)));
  useShortcut(shortcut('h', 'Column to the left'), () => focusRow(besideInColumns(area.current, -1)), columns);
  useShortcut(shortcut('l', 'Column to the right'), () => focusRow(besideInColumns(area.current, 1)), columns);
  return area;
}

/** The row that has the focus. */
export function focusedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;
}

function focusRow(row: Element | null | undefined): void {
  const link = row?.querySelector<HTMLElement>('a[href]');
  link?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** A few more rows than those in sight are in the page, so the next one always is. */
function besideInList(area: Element | null, by: number): Element | null | undefined {
  const from = focusedRow()?.closest('[data-index]');
  const list = from?.closest('[data-column]') ?? area;
  if (!from) return firstInSight(area);
  const index = Number(from.getAttribute('data-index')) + by;
  return list?.querySelector(`[data-index="${index}"] [data-row], [data-index="${index}"][data-row]`);
}

function besideInColumns(area: Element | null, by: number): Element | null | undefined {
  const columns = [...(area?.querySelectorAll('[data-column]') ?? [])].filter((one) => one.querySelector('[data-row]'));
  const from = focusedRow();
  const column = from?.closest('[data-column]');
  if (!from || !column) return firstInSight(area);
  const next = columns[columns.indexOf(column) + by];
  const top = from.getBoundingClientRect().top;
  const near = (row: Element) => Math.abs(row.getBoundingClientRect().top - top);
  return [...(next?.querySelectorAll('[data-row]') ?? [])].sort((a, b) => near(a) - near(b))[0];
}

function firstInSight(area: Element | null): Element | undefined {
  const rows = [...(area?.querySelectorAll('[data-row]') ?? [])];
  return rows.find((row) => row.getBoundingClientRect().top >= 0) ?? rows[0];
}
