import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Epoch milliseconds. */
  endsAt: number;
}

/** What is forgotten first when there is more: the oldest. */
const ENTRIES_AT_MOST = 2_000;
const entries = new Map<string, Entry>();

/**
 * Where the provider keeps what it has under way: in this process alone, since all of it ends within minutes. After a
 * restart whoever was at the page of people starts again; sessions of Upstairs are not affected.
 */
export class MemoryAdapter implements Adapter {
  constructor(private readonly model: string) {}

  async upsert(id: string, payload: AdapterPayload, expiresInS: number): Promise<void> {
    entries.delete(this.key(id));
    entries.set(this.key(id), { payload, endsAt: Date.now() + (expiresInS || 600) * 1_000 });
    for (const [key, { endsAt }] of entries) {
      if (entries.size <= ENTRIES_AT_MOST && endsAt > Date.now()) break;
      entries.delete(key);
    }
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = entries.get(this.key(id));
    return entry && entry.endsAt > Date.now() ? entry.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    entries.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
  }

  private findBy(wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const now = Date.now();
    for (const [key, { payload, endsAt }] of entries) {
      if (key.startsWith(`${this.model}:`) && endsAt > now && wanted(payload)) return payload;
    }
    return undefined;
  }

  private key(id: string): string {
    return `${this.model}:${id}`;
  }
}
