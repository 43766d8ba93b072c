package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.io.InputStream;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link TlsFiles} and {@link TlsMaterial}.
 */
class TlsFilesTests {

	private static final CertificateAuthority AUTHORITY = new CertificateAuthority("The Authority");

	private final Identity identity = AUTHORITY.issue("framework.test");

	private final KeyStore keys = this.identity.keyStore("PKCS12", "of-the-key");

	private TlsStores stores = new TlsStores(this.keys, "of-the-key", AUTHORITY.trust());

	private final TlsFiles files = new TlsFiles(() -> this.stores);

	@AfterEach
	void close() {
		this.files.close();
	}

	@Test
	void onlyTheOwnerReadsThemAndOnlyWithThePassword() throws IOException, GeneralSecurityException {
		Path file = Path.of(this.files.keys());
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		}
		char[] password = this.files.password().toCharArray();
		assertThat(load(file, password).getKey("server", password)).isInstanceOf(PrivateKey.class);
		assertThatThrownBy(() -> load(file, "of-the-key".toCharArray())).isInstanceOf(IOException.class);
		assertThat(new TlsFiles(() -> this.stores).password()).isNotEqualTo(this.files.password()).hasSize(44);
		assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
			.doesNotContain(new String(this.identity.key().getEncoded(), StandardCharsets.ISO_8859_1));
	}

	@Test
	void anAttemptHasOneOfEachAndTheyGoWithIt() {
		Path keyFile = Path.of(this.files.keys());
		Path trustFile = Path.of(Objects.requireNonNull(this.files.trust()));
		assertThat(List.of(this.files.keys(), Objects.requireNonNull(this.files.trust())))
			.containsExactly(keyFile.toString(), trustFile.toString());
		this.files.forget();
		assertThat(keyFile).doesNotExist();
		assertThat(trustFile).doesNotExist();
	}

	@Test
	void theNextAttemptTakesWhatTheStoresAreByThen() {
		assertThat(this.files.trust()).isNotNull();
		this.stores = TlsStores.DEFAULT;
		assertThat(this.files.trust()).isNotNull();
		this.files.forget();
		assertThat(this.files.trust()).isNull();
	}

	@Test
	void nothingIsLeftOrWrittenOnceItIsClosed() {
		Path keyFile = Path.of(this.files.keys());
		this.files.close();
		assertThat(keyFile).doesNotExist();
		assertThatIllegalStateException().isThrownBy(this.files::keys);
		assertThatIllegalStateException().isThrownBy(this.files::trust);
	}

	@Test
	void onlyTheKeyOfTheAliasIsTaken() throws GeneralSecurityException, IOException {
		Identity other = AUTHORITY.issue("other.test");
		this.keys.setKeyEntry("another", other.key(), "of-the-key".toCharArray(),
				new Certificate[] { other.certificate() });
		assertThat(aliases(null)).containsExactlyInAnyOrder("server", "another");
		assertThat(aliases("server")).containsExactly("server");
		assertThatThrownBy(() -> aliases("missing")).isInstanceOf(GeneralSecurityException.class)
			.hasMessageContaining("alias");
	}

	@Test
	void storesThatWouldTrustNothingOrShowNothingAreRefused() throws GeneralSecurityException, IOException {
		KeyStore empty = KeyStore.getInstance("PKCS12");
		empty.load(null, null);
		assertThatThrownBy(() -> read(new TlsStores(null, null, empty)))
			.hasMessage("The trust store has no certificate");
		assertThatThrownBy(() -> read(new TlsStores(empty, null, null))).hasMessage("The key store has no private key");
		assertThat(read(TlsStores.DEFAULT).keys().size()).isZero();
	}

	private List<String> aliases(@Nullable String alias) throws GeneralSecurityException, IOException {
		return Collections
			.list(read(new TlsStores(this.keys, "of-the-key", alias, null, List.of(), List.of())).keys().aliases());
	}

	private static TlsMaterial read(TlsStores stores) throws GeneralSecurityException, IOException {
		return TlsFiles.read(() -> stores, "any");
	}

	private static KeyStore load(Path file, char[] password) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, password);
		}
		return store;
	}

}
