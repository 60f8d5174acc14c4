/** What has become of a broker: the `status` of its row and of its metrics. */
export const BROKER_STATUS = { notYetOpen: 0, operating: 1, takenOver: 2, closed: 3 } as const;
