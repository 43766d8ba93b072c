package io.github.mesosdiscovery.autoconfigure;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides the ZooKeeper credentials in what actuator says of properties, also where it
 * shows values: those of a {@code zk://} URL in any property, such as a command line, and
 * the password of its own property.
 */
final class CredentialsSanitizer implements SanitizingFunction {

	/**
	 * Up to the last {@code @} before a further URL: where a password ends cannot be
	 * known, so rather too much is hidden than too little.
	 */
	private static final Pattern USER_INFO = Pattern.compile("(zk://)(?:(?!zk://).)*@",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern PASSWORD = Pattern.compile("mesosdiscovery(?:clusters.*)?zkpassword");

	@Override
	public SanitizableData apply(SanitizableData data) {
		if (PASSWORD.matcher(data.getKey().replaceAll("[-._]", "").toLowerCase(Locale.ROOT)).matches()) {
			return data.withSanitizedValue();
		}
		if (!(data.getValue() instanceof CharSequence text)) {
			return data;
		}
		Matcher matcher = USER_INFO.matcher(text);
		return matcher.find() ? data.withValue(matcher.replaceAll("$1" + SanitizableData.SANITIZED_VALUE + "@")) : data;
	}

}
