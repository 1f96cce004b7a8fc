import type { PolicyDocument } from '../../domain/policy/policy.schema';
import type { DraftView, ListedPolicyView, PolicyView } from '../../services/api/views/policy.schema';
import type { Answered, ValidatedApi } from './validated-request';

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

  /** The versions, the newest first. */
  async versions(): Promise<ListedPolicyView[]> {
    return (await this.api.as('manager-ines').get<Items<ListedPolicyView>>('/v1/policies')).body.items;
  }

  /** The version that new escalations are raised under. */
  async present(): Promise<PolicyView & { policy: PolicyDocument }> {
    const { body } = await this.api.as('manager-ines').get<PolicyView>('/v1/policies/current');
    return body as PolicyView & { policy: PolicyDocument };
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

  /** Submits a draft, or sends it back. */
  async decided(as: string, { id }: DraftView, what: string, body: unknown = {}): Promise<DraftView> {
    const answer = await this.api.as(as).post<DraftView>(`/v1/policy-drafts/${id}/${what}`, body);
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return answer.body;
  }

  /** Asks for the approval of a draft as it stands at this moment. */
  async asked(as: string, { id }: DraftView, more: object = {}): Promise<Answered<DraftView>> {
    const { revision } = (await this.api.as(as).get<DraftView>(`/v1/policy-drafts/${id}`)).body;
    return this.api.as(as).post<DraftView>(`/v1/policy-drafts/${id}/approve`, { ...more, revision });
  }

  /** Approves a draft as it stands at this moment. */
  async approved(as: string, draft: DraftView, more: object = {}): Promise<DraftView> {
    const answer = await this.asked(as, draft, more);
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return answer.body;
  }

  /** Drafted by the director, approved by the VP. */
  async inForce(title: string, policy: unknown, effectiveFrom?: string): Promise<DraftView> {
    const draft = await this.drafted(HOWARD, title, policy);
    await this.decided(HOWARD, draft, 'submit');
    return this.approved(MARGUERITE, draft, { note: 'As we agreed.', effectiveFrom });
  }
}
