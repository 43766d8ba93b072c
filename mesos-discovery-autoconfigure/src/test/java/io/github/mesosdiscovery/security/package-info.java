/**
 * Tests for what keeps a stranger out: TLS, SASL, ACLs, and that no secret is shown.
 */
@NullMarked
package io.github.mesosdiscovery.security;

import org.jspecify.annotations.NullMarked;
