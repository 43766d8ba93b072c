package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import io.github.mesosdiscovery.codec.EscapedText;
import org.jspecify.annotations.Nullable;

/**
 * What a handshake says about a server, in words for whoever runs it. What a certificate
 * says comes from a stranger, and is escaped.
 */
final class TlsVerdict {

	private static final int MAX_NAMES = 8;

	private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

	private final String host;

	private final String server;

	private @Nullable String refusal;

	TlsVerdict(String host, int port) {
		this.host = host;
		this.server = (host.indexOf(':') >= 0) ? "[" + host + "]:" + port : host + ":" + port;
	}

	void refusedCertificate(X509Certificate certificate, CertificateException reason) {
		String subject = "the certificate of " + this.server + " ("
				+ name(certificate.getSubjectX500Principal().getName()) + ") ";
		if (has(reason, CertificateExpiredException.class)) {
			this.refusal = subject + "has expired, or one that issued it; its own last day is "
					+ certificate.getNotAfter().toInstant() + ". Renew it";
		}
		else if (has(reason, CertificateNotYetValidException.class)) {
			this.refusal = subject + "is not valid before " + certificate.getNotBefore().toInstant()
					+ ". Check the clocks of both sides";
		}
		else {
			this.refusal = subject + "is not trusted. Add the certificate of its issuer ("
					+ name(certificate.getIssuerX500Principal().getName()) + ") to the trust store";
		}
	}

	void refusedName(X509Certificate certificate) {
		this.refusal = "the certificate of " + this.server + " is not for " + this.host + " but for "
				+ names(certificate) + ". Connect by one of its names, or issue it for " + this.host + " too";
	}

	/**
	 * Make a handshake and judge how it ends.
	 * @return what hinders the connection, or {@code null} for nothing
	 */
	@Nullable String of(Handshake handshake) {
		try {
			handshake.make();
			return null;
		}
		catch (IOException ex) {
			return (this.refusal != null) ? this.refusal : explain(ex);
		}
	}

	private String explain(IOException ex) {
		Matcher alert = ALERT.matcher(String.valueOf(ex.getMessage()));
		if (!(ex instanceof SSLException) || !alert.find()) {
			return this.server + " does not answer as TLS does (" + ex.getClass().getSimpleName()
					+ "). Check that the port is ZooKeeper's secureClientPort";
		}
		String name = alert.group(1).toLowerCase(Locale.ROOT);
		if (name.contains("certificate") || name.equals("unknown_ca") || name.equals("access_denied")) {
			return this.server + " refuses the certificate of this client, or misses one (" + name
					+ "). Put one that it trusts into the key store";
		}
		return this.server + " broke the TLS handshake off (" + name
				+ "). Check the TLS versions and cipher suites of both sides, and whether it wants a certificate";
	}

	private static String names(X509Certificate certificate) {
		Collection<List<?>> names;
		try {
			names = certificate.getSubjectAlternativeNames();
		}
		catch (CertificateParsingException ex) {
			names = null;
		}
		List<String> found = (names != null) ? names.stream()
			.filter((name) -> name.size() > 1 && name.get(1) instanceof String)
			.limit(MAX_NAMES)
			.map((name) -> EscapedText.of((String) name.get(1)))
			.toList() : List.of();
		return found.isEmpty() ? "no name" : String.join(", ", found);
	}

	private static String name(String distinguishedName) {
		return EscapedText.of(distinguishedName);
	}

	private static boolean has(Throwable reason, Class<? extends Throwable> type) {
		for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	/** A handshake and what follows it. */
	@FunctionalInterface
	interface Handshake {

		void make() throws IOException;

	}

}
