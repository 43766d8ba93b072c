package io.github.mesosdiscovery.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.url.MasterUrlParser;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ObjectUtils;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hides the ZooKeeper credentials in actuator's endpoints, even if these show values: the
 * properties for passwords, every {@code zk://} URL with credentials, and every value
 * that contains the configured password of a cluster, or the user name if there is no
 * password.
 * <p>
 * A value that is only a URL keeps its servers and path. Any other is hidden entirely,
 * since Spring Boot does not apply further functions to a value that has been changed.
 */
final class CredentialsSanitizer implements SanitizingFunction, Ordered {

	private static final String URL = "(?i:zk://\\S*@)";

	private static final Pattern ONLY_URL = Pattern.compile("(?is)\\s*zk://.*@.*");

	private static final Pattern PASSWORD = Pattern.compile("mesosdiscovery(?:clusters.*)?zkpassword");

	private static final Set<String> KEYS = Set.of("zk", "url", "password");

	/** A shorter secret is hidden only where it is a word of its own. */
	private static final int SHORT = 4;

	private final Environment environment;

	private final ObjectProvider<MesosDiscoveryConnectionDetails> details;

	private final Supplier<Pattern> secrets = SingletonSupplier.of(this::secrets);

	CredentialsSanitizer(Environment environment, ObjectProvider<MesosDiscoveryConnectionDetails> details) {
		this.environment = environment;
		this.details = details;
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		if (PASSWORD.matcher(data.getKey().replaceAll("[-._]", "").toLowerCase(Locale.ROOT)).matches()) {
			return data.withSanitizedValue();
		}
		String value = ObjectUtils.nullSafeToString(data.getValue());
		if (data.getValue() instanceof CharSequence && ONLY_URL.matcher(value).matches()) {
			String rest = value.substring(value.lastIndexOf('@'));
			return hides(rest) ? data.withSanitizedValue() : data
				.withValue(value.substring(0, value.indexOf("://") + 3) + SanitizableData.SANITIZED_VALUE + rest);
		}
		return hides(value) ? data.withSanitizedValue() : data;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	private boolean hides(String value) {
		return this.secrets.get().matcher(value).find();
	}

	/** Includes overridden values, which an endpoint shows as well. */
	private Pattern secrets() {
		Stream<String> ofProperties = StreamSupport
			.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false)
			.flatMap(this::ofSource);
		Stream<String> ofDetails = this.details.stream()
			.flatMap((details) -> Stream.of(Objects.requireNonNullElse(details.getPassword(), ""),
					ofUrl(ObjectUtils.nullSafeToString(details.getMechanism()))));
		Stream<String> secrets = Stream.concat(ofProperties, ofDetails)
			.filter(StringUtils::hasText)
			// A copy can lack the line break at the end of a file.
			.map((secret) -> pattern(secret.strip()));
		return Pattern.compile(Stream.concat(Stream.of(URL), secrets).distinct().collect(Collectors.joining("|")));
	}

	private Stream<String> ofSource(ConfigurationPropertySource source) {
		Stream<ConfigurationPropertyName> names = (source instanceof IterableConfigurationPropertySource iterable)
				? iterable.stream().filter(ConfiguredKeys.ROOT::isAncestorOf)
				: ConfiguredKeys.OF_CLUSTER.stream().map(ConfiguredKeys.ROOT::append);
		return names.filter((name) -> KEYS.contains(name.getLastElement(Form.UNIFORM))).map((name) -> {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			String value = (property != null)
					? this.environment.resolvePlaceholders(String.valueOf(property.getValue())) : "";
			return name.getLastElement(Form.UNIFORM).equals("password") ? value : ofUrl(value);
		});
	}

	/** Return the password in a URL or in its file, the user name without one, or "". */
	private static String ofUrl(String url) {
		int start = url.indexOf("://");
		int end = url.lastIndexOf('@');
		String userInfo = (start >= 0 && end > start) ? url.substring(start + 3, end) : "";
		try {
			if (MasterUrlParser.parse(url) instanceof ZooKeeperUrl parsed && parsed.credentials() != null) {
				userInfo = new String(parsed.credentials().authInfo(), StandardCharsets.UTF_8);
			}
		}
		catch (InvalidMasterUrlException ex) {
			// An overridden value, for example, does not need to be valid.
		}
		String[] credentials = userInfo.split(":", 2);
		String password = credentials[credentials.length - 1];
		return password.isEmpty() ? credentials[0] : password;
	}

	private static String pattern(String secret) {
		String all = secret.codePoints().mapToObj(CredentialsSanitizer::character).collect(Collectors.joining());
		return (secret.length() < SHORT) ? "(?<![\\p{L}\\p{N}])" + all + "(?![\\p{L}\\p{N}])" : all;
	}

	/** As it is, escaped once or twice as in JSON, or percent-encoded as in a form. */
	private static String character(int codePoint) {
		String text = Character.toString(codePoint);
		int letter = "\t\n\r\b\f".indexOf(codePoint);
		return "(?:\\\\{0,3}\\x{" + Integer.toHexString(codePoint) + "}|"
				+ text.chars().mapToObj("\\\\{1,2}u(?i:%04x)"::formatted).collect(Collectors.joining()) + "|(?i:"
				+ HexFormat.of().withPrefix("%").formatHex(text.getBytes(StandardCharsets.UTF_8)) + ")"
				+ ((letter < 0) ? "" : "|\\\\{1,2}" + "tnrbf".charAt(letter)) + ((codePoint == ' ') ? "|\\+" : "")
				+ ")";
	}

}
