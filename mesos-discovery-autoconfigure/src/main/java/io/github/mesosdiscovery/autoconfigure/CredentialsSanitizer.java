package io.github.mesosdiscovery.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
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
 * Hides the ZooKeeper credentials in actuator's endpoints, even if these show values. A
 * value is hidden if it contains the configured credentials of any cluster, whatever its
 * key: a password, or a user name without one. So are the password of its own property
 * and the credentials of any {@code zk://} URL.
 * <p>
 * A value that is only such a URL keeps its servers and path. Any other is hidden
 * entirely: Spring Boot asks no further function about a value that one has changed, and
 * the value may contain what that one would hide.
 */
final class CredentialsSanitizer implements SanitizingFunction, Ordered {

	private static final Pattern URL = Pattern.compile("(?i)zk://\\S*@");

	private static final Pattern ONLY_URL = Pattern.compile("(?is)\\s*zk://.*@.*");

	private static final Pattern PASSWORD = Pattern.compile("mesosdiscovery(?:clusters.*)?zkpassword");

	private static final Set<String> KEYS = Set.of("zk", "url", "password");

	private static final String NOTHING = "(?!)";

	/** A shorter text is a password only where it stands alone. */
	private static final int SHORT = 4;

	private final Environment environment;

	private final ObjectProvider<MesosDiscoveryConnectionDetails> details;

	private final Supplier<Pattern> configured = SingletonSupplier.of(this::configured);

	/**
	 * Create a new function.
	 * @param environment the properties of all clusters, evaluated at the first value
	 * @param details the connection details of the main cluster
	 */
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
		return URL.matcher(value).find() || this.configured.get().matcher(value).find();
	}

	/** Overridden values count, too: an endpoint shows them. */
	private Pattern configured() {
		Stream<String> ofProperties = StreamSupport
			.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false)
			.flatMap(this::credentials);
		Stream<String> ofDetails = this.details.stream()
			.flatMap((details) -> Stream.of(Objects.requireNonNullElse(details.getPassword(), ""),
					ofUrl(ObjectUtils.nullSafeToString(details.getMechanism()))));
		// Line breaks at the end, like those of a file, are not everywhere.
		return Pattern.compile(
				Stream
					.concat(Stream.of(NOTHING),
							Stream.concat(ofProperties, ofDetails)
								.filter(StringUtils::hasText)
								.map((secret) -> pattern(secret.strip()))
								.distinct())
					.collect(Collectors.joining("|")));
	}

	private Stream<String> credentials(ConfigurationPropertySource source) {
		ConfigurationPropertyName zk = ConfiguredKeys.ROOT.append("zk");
		Stream<ConfigurationPropertyName> names = (source instanceof IterableConfigurationPropertySource iterable)
				? iterable.stream()
					.filter((name) -> ConfiguredKeys.ROOT.isAncestorOf(name)
							&& KEYS.contains(name.getLastElement(Form.UNIFORM)))
				: Stream.of(zk, zk.append("url"), zk.append("password"));
		return names.map((name) -> {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			String value = (property != null)
					? this.environment.resolvePlaceholders(String.valueOf(property.getValue())) : "";
			return name.getLastElement(Form.UNIFORM).equals("password") ? value : ofUrl(value);
		});
	}

	private static String ofUrl(String value) {
		try {
			// Reads a file, too.
			if (MasterUrlParser.parse(value) instanceof ZooKeeperUrl url && url.credentials() != null) {
				return ofUserInfo(url.credentials().username(), url.credentials().password());
			}
		}
		catch (InvalidMasterUrlException ex) {
			// A value that is not in use.
		}
		int start = value.indexOf("://");
		int end = value.lastIndexOf('@');
		if (start < 0 || end < start + 3) {
			return "";
		}
		List<String> userInfo = List.of(value.substring(start + 3, end).split(":", 2));
		return ofUserInfo(userInfo.get(0), userInfo.get(userInfo.size() - 1));
	}

	private static String ofUserInfo(String username, @Nullable String password) {
		return StringUtils.hasLength(password) ? password : username;
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
