package io.github.mesosdiscovery.url;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DigestCredentials}.
 */
class DigestCredentialsTests {

	@Test
	void authInfoIsTheUserInfoOfTheUrl() {
		assertThat(new DigestCredentials("jake", "a:b").authInfo()).asString().isEqualTo("jake:a:b");
		assertThat(new DigestCredentials("jake", "").authInfo()).asString().isEqualTo("jake:");
		assertThat(new DigestCredentials("jake", null).authInfo()).asString().isEqualTo("jake");
	}

	@Test
	void authInfoIsUtf8() {
		assertThat(new DigestCredentials("j", "\u00f6").authInfo()).containsExactly('j', ':', 0xc3, 0xb6);
	}

	@Test
	void toStringRevealsNothing() {
		DigestCredentials credentials = new DigestCredentials("CANARY", "CANARY");
		assertThat(credentials).hasToString("DigestCredentials[***]");
		assertThat(new ZooKeeperUrl("h", "/mesos", credentials).toString()).doesNotContain("CANARY");
	}

	@Test
	void invalidUserNames() {
		assertThatExceptionOfType(InvalidMasterUrlException.class).isThrownBy(() -> new DigestCredentials("", "CANARY"))
			.withMessageStartingWith("the user name of the ZooKeeper credentials is empty; expected")
			.withMessageNotContaining("CANARY");
		assertThatExceptionOfType(InvalidMasterUrlException.class)
			.isThrownBy(() -> new DigestCredentials("CAN:ARY", "CANARY"))
			.withMessageContaining("contains a colon")
			.withMessageNotContaining("CAN:ARY");
	}

}
