/**
 * Placeholder for the Content-Security-Policy. src/site/integrations/write-headers.ts replaces it
 * in every page once the hashes of all inline scripts are known.
 */
export const POLICY_PLACEHOLDER = 'content-security-policy-of-the-build';
