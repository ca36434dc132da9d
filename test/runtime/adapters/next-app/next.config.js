/** Paths are matched as they were sent, and nothing is sent anywhere. */
export default { skipTrailingSlashRedirect: true, devIndicators: false };
