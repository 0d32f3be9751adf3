/** Shapes of employers, shared with the office. Moments are ISO 8601; people are masked. */

export const employerStates = ['registered', 'verified', 'refused'] as const;
export type EmployerState = (typeof employerStates)[number];

export type EmployerShown = {
  readonly employer: string;
  readonly name: string;
  readonly creditCode: string;
  readonly state: EmployerState;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly registeredAt: string;
};

export type MemberShown = {
  readonly resident: string;
  readonly masked: string;
  readonly as: 'manager' | 'foreman';
  readonly since: string;
};

export type RequestShown = {
  readonly request: string;
  readonly resident: string;
  readonly masked: string;
  readonly askedAt: string;
};

export type EmployerWhole = EmployerShown & {
  readonly members: readonly MemberShown[];
  /** Who asks to act for it too. */
  readonly requests: readonly RequestShown[];
};

/** `GET /api/employers`. */
export type EmployerList = {
  readonly rows: readonly EmployerShown[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  /** Of the whole district, whatever is filtered. */
  readonly counts: Readonly<Record<EmployerState, number>>;
};
