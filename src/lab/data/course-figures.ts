/** What the course says an inventory costs; course sheet, part I. */
export interface CourseFigure {
  readonly machines: number;
  /** Undefined where the course calls it unrealistic. */
  readonly manualMinutes?: number;
  readonly autoMinutes: number;
}

export const courseFigures: readonly CourseFigure[] = [
  { machines: 1, manualMinutes: 45, autoMinutes: 2 },
  { machines: 50, manualMinutes: 37.5 * 60, autoMinutes: 2 * 60 },
  { machines: 200, manualMinutes: 150 * 60, autoMinutes: 4 * 60 },
  // Half a day.
  { machines: 1000, autoMinutes: 4 * 60 },
];
