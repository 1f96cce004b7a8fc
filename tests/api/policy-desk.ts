import type { PolicyDocument } from '../../domain/policy/policy.schema';
import type { DraftView, PolicyView } from '../../services/api/views/policy.schema';
import type { ValidatedApi } from './validated-request';

/** A list as the API answers it. */
export interface Items<Item> {
  items: Item[];
}

/** Who drafts, and who approves. */
export const HOWARD = 'director-howard';
export const MARGUERITE = 'vp-marguerite';

/** The company's policy as people work on it. */
export class PolicyDesk {
  constructor(private readonly api: ValidatedApi) {}

  /** All versions, the newest first. */
  async versions(): Promise<PolicyView[]> {
    return (await this.api.as('manager-ines').get<Items<PolicyView>>('/v1/policies')).body.items;
  }

  /** The version that new escalations are raised under. */
  async present(): Promise<PolicyView & { policy: PolicyDocument }> {
    const found = (await this.versions()).find(({ current }) => current);
    if (!found) throw new Error('no version is current');
    return found as PolicyView & { policy: PolicyDocument };
  }

  /** The present policy with some of it said otherwise. */
  async changed(change: Partial<PolicyDocument>): Promise<PolicyDocument> {
    return { ...(await this.present()).policy, ...change };
  }

  /** Begins a draft. */
  async drafted(as: string, title: string, policy: unknown): Promise<DraftView> {
    const answer = await this.api.as(as).post<DraftView>('/v1/policy-drafts', { title, policy });
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body;
  }

  /** Submits a draft, approves it, or sends it back. */
  async decided(as: string, { id }: DraftView, what: string, body: unknown = {}): Promise<DraftView> {
    const answer = await this.api.as(as).post<DraftView>(`/v1/policy-drafts/${id}/${what}`, body);
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return answer.body;
  }

  /** Drafted by the director, approved by the VP. */
  async inForce(title: string, policy: unknown, effectiveFrom?: string): Promise<DraftView> {
    const draft = await this.drafted(HOWARD, title, policy);
    await this.decided(HOWARD, draft, 'submit');
    return this.decided(MARGUERITE, draft, 'approve', { note: 'As we agreed.', effectiveFrom });
  }
}
