/** Stands in every page until the build knows the hashes of all inline scripts; src/integrations/write-headers.ts puts the policy there. */
export const POLICY_PLACEHOLDER = 'content-security-policy-of-the-build';
