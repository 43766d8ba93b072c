package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues certificates. All of it lives as long as the test does.
 */
public final class CertificateAuthority {

	private static final Duration DAY = Duration.ofDays(1);

	private static long serials = System.nanoTime();

	private final KeyPair keys = keyPair();

	private final X500Principal name;

	private final X509Certificate certificate;

	public CertificateAuthority(String name) {
		this.name = new X500Principal("CN=" + name);
		this.certificate = sign(this.name, this.keys, Instant.now().minus(DAY), Instant.now().plus(DAY), true);
	}

	X509Certificate certificate() {
		return this.certificate;
	}

	/** A store that trusts what this authority issues. */
	public KeyStore trust() {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setCertificateEntry("ca", this.certificate);
			return store;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A certificate for names and addresses. */
	public Identity issue(String... names) {
		return issue(Instant.now().minus(DAY), Instant.now().plus(DAY), names);
	}

	/** A certificate that was good until yesterday. */
	Identity issueExpired(String... names) {
		return issue(Instant.now().minus(DAY.multipliedBy(3)), Instant.now().minus(DAY), names);
	}

	/** A certificate that is good from tomorrow on. */
	Identity issueEarly(String... names) {
		return issue(Instant.now().plus(DAY), Instant.now().plus(DAY.multipliedBy(3)), names);
	}

	private Identity issue(Instant from, Instant to, String... names) {
		KeyPair subject = keyPair();
		X509Certificate issued = sign(new X500Principal("CN=" + names[0]), subject, from, to, false, names);
		return new Identity(subject.getPrivate(), issued, this.certificate);
	}

	private X509Certificate sign(X500Principal subject, KeyPair subjectKeys, Instant from, Instant to,
			boolean authority, String... names) {
		PrivateKey key = this.keys.getPrivate();
		try {
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(this.name,
					BigInteger.valueOf(++serials), Date.from(from), Date.from(to), subject, subjectKeys.getPublic());
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
			if (names.length > 0) {
				builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(
						Arrays.stream(names).map(CertificateAuthority::name).toArray(GeneralName[]::new)));
			}
			return new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
		}
		catch (GeneralSecurityException | OperatorException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static GeneralName name(String name) {
		return new GeneralName(Character.isDigit(name.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName, name);
	}

	private static KeyPair keyPair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
