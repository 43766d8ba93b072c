package io.github.mesosdiscovery.zookeeper.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.github.mesosdiscovery.security.CertificateAuthority;
import io.github.mesosdiscovery.security.Identity;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link ClientTls}.
 */
class ClientTlsTests {

	private static final String SERVERS = "127.0.0.1:2281";

	private static final CertificateAuthority AUTHORITY = new CertificateAuthority("The Authority");

	private final Identity identity = AUTHORITY.issue("framework.test");

	private final KeyStore keys = this.identity.keyStore("PKCS12", "of-the-key");

	private TlsStores stores = new TlsStores(this.keys, "of-the-key", AUTHORITY.trust());

	private final ZKClientConfig config = new ZKClientConfig();

	private final ClientTls tls = new ClientTls(this.config, () -> this.stores);

	@AfterEach
	void close() {
		this.tls.close();
	}

	@Test
	void fileIsReadableByItsOwnerWithThePassword() throws IOException, GeneralSecurityException {
		this.tls.servers(SERVERS);
		Path file = file("keyStore");
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		}
		char[] password = property("keyStore.password").toCharArray();
		assertThat(load(file, password).getKey("key server", password)).isInstanceOf(PrivateKey.class);
		assertThatThrownBy(() -> load(file, "of-the-key".toCharArray())).isInstanceOf(IOException.class);
		ZKClientConfig other = new ZKClientConfig();
		new ClientTls(other, () -> this.stores).close();
		assertThat(other.getProperty("zookeeper.ssl.keyStore.password")).hasSizeGreaterThan(30)
			.isNotEqualTo(property("keyStore.password"));
		assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
			.doesNotContain(new String(this.identity.key().getEncoded(), StandardCharsets.ISO_8859_1));
	}

	@Test
	void fileIsDeletedOnceTheClientIsConnected() {
		HostProvider servers = this.tls.servers(SERVERS);
		servers.next(0);
		assertThat(file("keyStore")).exists().isEqualTo(file("trustStore"));
		servers.onConnected();
		assertThat(file("keyStore")).doesNotExist();
	}

	@Test
	void storesAreRequestedAgainForEachConnection() throws IOException, GeneralSecurityException {
		HostProvider servers = this.tls.servers(SERVERS);
		assertThat(aliases()).containsExactlyInAnyOrder("key server", "trusted ca");
		assertThat(property("enabledProtocols")).isEqualTo("TLSv1.3,TLSv1.2");
		servers.onConnected();
		this.stores = new TlsStores(null, null, null, null, List.of("TLSv1.3"), List.of("TLS_AES_128_GCM_SHA256"));
		servers.next(0);
		assertThat(aliases()).isEmpty();
		assertThat(property("trustStore.location")).isEmpty();
		assertThat(property("enabledProtocols")).isEqualTo("TLSv1.3");
		assertThat(property("ciphersuites")).isEqualTo("TLS_AES_128_GCM_SHA256");
	}

	@Test
	void nothingIsLeftOrWrittenAfterTheClose() {
		HostProvider servers = this.tls.servers(SERVERS);
		this.tls.close();
		assertThat(file("keyStore")).doesNotExist();
		assertThatIllegalStateException().isThrownBy(() -> servers.next(0));
		assertThat(file("keyStore")).doesNotExist();
	}

	@Test
	void onlyTheKeyOfTheAliasIsCopied() throws GeneralSecurityException, IOException {
		Identity other = AUTHORITY.issue("other.test");
		this.keys.setKeyEntry("another", other.key(), "of-the-key".toCharArray(),
				new Certificate[] { other.certificate() });
		assertThat(aliases(null)).containsExactlyInAnyOrder("key server", "key another");
		assertThat(aliases("server")).containsExactly("key server");
		assertThatIllegalStateException().isThrownBy(() -> aliases("missing"))
			.withStackTraceContaining("The key store has no private key of the configured alias");
	}

	@Test
	void emptyStoresAreRejected() throws GeneralSecurityException, IOException {
		KeyStore empty = KeyStore.getInstance("PKCS12");
		empty.load(null, null);
		this.stores = new TlsStores(this.keys, "of-the-key", empty);
		assertThatIllegalStateException().isThrownBy(() -> this.tls.servers(SERVERS))
			.withStackTraceContaining("The trust store has no certificate");
		this.stores = new TlsStores(empty, null, AUTHORITY.trust());
		assertThatIllegalStateException().isThrownBy(() -> this.tls.servers(SERVERS))
			.withStackTraceContaining("The key store has no private key");
	}

	@Test
	void messageOfAFailedSupplierIsNotRepeated() {
		try (ClientTls failing = new ClientTls(this.config, () -> {
			throw new IllegalArgumentException("canary");
		})) {
			assertThatIllegalStateException().isThrownBy(() -> failing.servers(SERVERS))
				.withMessageContaining("TLS stores (IllegalArgumentException)")
				.withNoCause()
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("canary"));
		}
	}

	@Test
	void serverHasTheHostNameOfTheConnectString() {
		InetSocketAddress four = this.tls.servers("127.0.0.1:2281").next(0);
		assertThat(four.getHostName()).isEqualTo("127.0.0.1");
		assertThat(four.getPort()).isEqualTo(2281);
		InetSocketAddress six = this.tls.servers("[::1]:2281").next(0);
		assertThat(six.getHostName()).isEqualTo(six.getHostString()).contains(":");
		assertThat(this.tls.servers("localhost:2281").next(0).getHostName()).isEqualTo("localhost");
		assertThat(this.tls.servers("no-such-host.invalid:2281").next(0).isUnresolved()).isTrue();
	}

	@Test
	void missingNettyIsReported() {
		ClientTls.checkClassPath(getClass().getClassLoader());
		assertThatIllegalStateException()
			.isThrownBy(() -> ClientTls.checkClassPath(new FilteredClassLoader("io.netty.channel.epoll")))
			.withMessageContaining("io.netty:netty-transport-classes-epoll")
			.withMessageContaining("io.netty.channel.epoll.Epoll");
	}

	@Test
	void passwordIsNotPartOfTheText() {
		assertThat(new TlsStores(null, "canary", null).toString()).doesNotContain("canary");
	}

	private List<String> aliases(@Nullable String alias) throws GeneralSecurityException, IOException {
		this.stores = new TlsStores(this.keys, "of-the-key", alias, null, List.of(), List.of());
		this.tls.servers(SERVERS);
		return aliases();
	}

	private List<String> aliases() throws GeneralSecurityException, IOException {
		return Collections.list(load(file("keyStore"), property("keyStore.password").toCharArray()).aliases());
	}

	private Path file(String store) {
		return Path.of(property(store + ".location"));
	}

	private String property(String name) {
		return Objects.requireNonNull(this.config.getProperty("zookeeper.ssl." + name));
	}

	private static KeyStore load(Path file, char[] password) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, password);
		}
		return store;
	}

}
