package io.github.mesosdiscovery.autoconfigure;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.core.Ordered;
import org.springframework.util.ObjectUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hides the ZooKeeper credentials in actuator's endpoints, even if these show values. A
 * value is hidden if it contains configured credentials, whatever its key, and so are the
 * password of its own property and the credentials of any {@code zk://} URL.
 * <p>
 * A value that is only such a URL keeps its servers and path. Any other is hidden
 * entirely: Spring Boot asks no further function about a value that one has changed, and
 * the value may contain what that one would hide.
 */
final class CredentialsSanitizer implements SanitizingFunction, Ordered {

	private static final Pattern URL = Pattern.compile("(?i)zk://\\S*@");

	private static final Pattern ONLY_URL = Pattern.compile("(?is)\\s*zk://.*@.*");

	private static final Pattern PASSWORD = Pattern.compile("mesosdiscovery(?:clusters.*)?zkpassword");

	private final Supplier<Pattern> credentials;

	/**
	 * Create a new function.
	 * @param credentials finds the configured credentials in a text; asked once, at the
	 * first value
	 */
	CredentialsSanitizer(Supplier<Pattern> credentials) {
		this.credentials = SingletonSupplier.of(credentials);
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		if (PASSWORD.matcher(data.getKey().replaceAll("[-._]", "").toLowerCase(Locale.ROOT)).matches()) {
			return data.withSanitizedValue();
		}
		if (!(data.getValue() instanceof CharSequence text)) {
			return hides(ObjectUtils.nullSafeToString(data.getValue())) ? data.withSanitizedValue() : data;
		}
		String value = text.toString();
		if (ONLY_URL.matcher(value).matches()) {
			String rest = value.substring(value.lastIndexOf('@'));
			return hides(rest) ? data.withSanitizedValue() : data
				.withValue(value.substring(0, value.indexOf("://") + 3) + SanitizableData.SANITIZED_VALUE + rest);
		}
		return hides(value) ? data.withSanitizedValue() : data;
	}

	private boolean hides(String value) {
		return URL.matcher(value).find() || this.credentials.get().matcher(value).find();
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
