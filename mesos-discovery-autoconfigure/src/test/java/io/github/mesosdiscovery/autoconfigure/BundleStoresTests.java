package io.github.mesosdiscovery.autoconfigure;

import java.security.KeyStore;
import java.util.function.Supplier;

import io.github.mesosdiscovery.security.CertificateAuthority;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BundleStores}.
 */
class BundleStoresTests {

	private static final String PROPERTY = "mesos.discovery.zk.ssl.bundle";

	private static final CertificateAuthority AUTHORITY = new CertificateAuthority("The Authority");

	private final KeyStore keys = AUTHORITY.issue("framework.test").keyStore("PKCS12", "of-the-key");

	private final SslStoreBundle stores = SslStoreBundle.of(this.keys, "of-the-store", AUTHORITY.trust());

	private final SslBundle bundle = SslBundle.of(this.stores, SslBundleKey.of("of-the-key", "server"),
			SslOptions.of(new String[] { "TLS_AES_128_GCM_SHA256" }, new String[] { "TLSv1.3" }));

	@Test
	void aBundleIsTakenAsItIs() {
		TlsStores found = of(this.bundle).get();
		assertThat(found.keyStore()).isSameAs(this.keys);
		assertThat(found.trustStore()).isSameAs(this.stores.getTrustStore());
		assertThat(found.keyAlias()).isEqualTo("server");
		assertThat(found.keyPassword()).isEqualTo("of-the-key");
		assertThat(found.ciphers()).containsExactly("TLS_AES_128_GCM_SHA256");
		assertThat(found.protocols()).containsExactly("TLSv1.3");
	}

	@Test
	void thePasswordOfTheStoreIsThatOfAKeyWithoutOne() {
		TlsStores found = of(SslBundle.of(this.stores)).get();
		assertThat(found.keyPassword()).isEqualTo("of-the-store");
		assertThat(found.keyAlias()).isNull();
		assertThat(found.ciphers()).isEmpty();
		assertThat(found.protocols()).isEmpty();
	}

	@Test
	void anUpdateCountsFromThenOn() {
		DefaultSslBundleRegistry registry = new DefaultSslBundleRegistry("zk", this.bundle);
		Supplier<TlsStores> found = BundleStores.of(PROPERTY, "zk", registry);
		registry.updateBundle("zk", SslBundle.of(SslStoreBundle.of(null, null, AUTHORITY.trust())));
		assertThat(found.get().keyStore()).isNull();
	}

	@Test
	void withoutANameWhatTheJavaRuntimeTrustsCounts() {
		assertThat(BundleStores.of(PROPERTY, null, null).get()).isSameAs(TlsStores.DEFAULT);
	}

	@Test
	void aBundleWithoutAnyToLookInIsRefused() {
		assertThatExceptionOfType(InvalidMesosPropertyException.class)
			.isThrownBy(() -> BundleStores.of(PROPERTY, "zk", null))
			.withMessageContaining("no SSL bundle has this name");
	}

	private static Supplier<TlsStores> of(SslBundle bundle) {
		return BundleStores.of(PROPERTY, "zk", new DefaultSslBundleRegistry("zk", bundle));
	}

}
