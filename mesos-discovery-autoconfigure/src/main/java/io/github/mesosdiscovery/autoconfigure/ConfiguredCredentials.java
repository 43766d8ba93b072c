package io.github.mesosdiscovery.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.url.MasterUrlParser;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Pattern of the ZooKeeper credentials that are configured for any cluster: passwords,
 * and user names without one. All property sources count, the overridden ones too.
 *
 * @param environment the properties
 * @param details the connection details of the main cluster
 */
record ConfiguredCredentials(Environment environment,
		ObjectProvider<MesosDiscoveryConnectionDetails> details) implements Supplier<Pattern> {

	private static final ConfigurationPropertyName ROOT = ConfiguredKeys.ROOT;

	private static final String NOTHING = "(?!)";

	private static final Set<String> KEYS = Set.of("zk", "url", "password");

	/** A shorter text is a password only where it stands alone. */
	private static final int SHORT = 4;

	/**
	 * Return what finds the credentials in a text, in which they may be escaped as in
	 * JSON or percent-encoded.
	 * @return the pattern, which finds nothing if no credentials are configured
	 */
	@Override
	public Pattern get() {
		Set<String> secrets = new LinkedHashSet<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			for (ConfigurationPropertyName name : names(source)) {
				ConfigurationProperty property = source.getConfigurationProperty(name);
				if (property != null) {
					String value = this.environment.resolvePlaceholders(String.valueOf(property.getValue()));
					add(secrets, name.getLastElement(ConfigurationPropertyName.Form.UNIFORM).equals("password"), value);
				}
			}
		}
		this.details.ifAvailable((details) -> {
			add(secrets, true, details.getPassword());
			add(secrets, false, details.getMechanism());
		});
		return Pattern.compile(Stream.concat(Stream.of(NOTHING), secrets.stream().map(ConfiguredCredentials::pattern))
			.collect(Collectors.joining("|")));
	}

	@Override
	public String toString() {
		return "ConfiguredCredentials[]";
	}

	private static List<ConfigurationPropertyName> names(ConfigurationPropertySource source) {
		if (source instanceof IterableConfigurationPropertySource iterable) {
			return iterable.stream()
				.filter((name) -> ROOT.isAncestorOf(name)
						&& KEYS.contains(name.getLastElement(ConfigurationPropertyName.Form.UNIFORM)))
				.toList();
		}
		return List.of(ROOT.append("zk"), ROOT.append("zk.url"), ROOT.append("zk.password"));
	}

	private static void add(Set<String> secrets, boolean isPassword, @Nullable String value) {
		String secret = (isPassword || value == null) ? value : fromMechanism(value);
		if (StringUtils.hasText(secret)) {
			// Line breaks at the end, as of a file, are not everywhere.
			secrets.add(secret.strip());
		}
	}

	private static @Nullable String fromMechanism(String value) {
		try {
			// Reads a file, too.
			if (MasterUrlParser.parse(value) instanceof ZooKeeperUrl url) {
				return (url.credentials() != null)
						? fromUserInfo(url.credentials().username(), url.credentials().password()) : null;
			}
		}
		catch (InvalidMasterUrlException ex) {
			// A value that is not in use.
		}
		int start = value.indexOf("://");
		int end = value.lastIndexOf('@');
		if (start < 0 || end < start + 3) {
			return null;
		}
		String[] userInfo = value.substring(start + 3, end).split(":", 2);
		return fromUserInfo(userInfo[0], (userInfo.length > 1) ? userInfo[1] : null);
	}

	private static String fromUserInfo(String username, @Nullable String password) {
		return StringUtils.hasLength(password) ? password : username;
	}

	private static String pattern(String secret) {
		String all = secret.codePoints().mapToObj(ConfiguredCredentials::character).collect(Collectors.joining());
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
