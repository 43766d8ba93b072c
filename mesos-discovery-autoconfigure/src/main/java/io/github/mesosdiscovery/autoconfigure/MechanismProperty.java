package io.github.mesosdiscovery.autoconfigure;

import java.util.Locale;

import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import org.jspecify.annotations.Nullable;

/**
 * The mechanism string of one cluster, and the property that it came from. It can hold a
 * password, so that it must not be printed.
 */
final class MechanismProperty {

	static final String DEFAULT = "zk://localhost:2181/mesos";

	private static final String ZK = "zk://";

	private final String property;

	private final String value;

	private final boolean isDefault;

	private MechanismProperty(String property, String value, boolean isDefault) {
		this.isDefault = isDefault;
		this.property = property;
		this.value = value.strip();
	}

	/**
	 * Choose between the two spellings. An empty value counts as none beside the other
	 * one, since that is what a placeholder with an empty default leaves.
	 * @param property the name of the property that is a prefix as well
	 * @param value its value
	 * @param url the value of {@code url} below it
	 * @return the mechanism, or {@code null} when neither is set
	 */
	static @Nullable MechanismProperty of(String property, @Nullable String value, @Nullable String url) {
		String urlProperty = property + ".url";
		if (url == null || (url.isBlank() && value != null)) {
			return (value != null) ? new MechanismProperty(property, value, false) : null;
		}
		if (value == null || value.isBlank()) {
			return new MechanismProperty(urlProperty, url, false);
		}
		if (!url.strip().equals(value.strip())) {
			throw new InvalidMesosPropertyException(property,
					"it differs from '" + urlProperty
							+ "', which means the same. Set one of the two, and override it by the same name, which is "
							+ variable(urlProperty) + " for an environment variable",
					urlProperty + "=" + DEFAULT)
				.beside(urlProperty);
		}
		return new MechanismProperty(property, value, false);
	}

	static MechanismProperty byDefault(String property) {
		return new MechanismProperty(property, DEFAULT, true);
	}

	private static String variable(String property) {
		return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

	boolean isDefault() {
		return this.isDefault;
	}

	String property() {
		return this.property;
	}

	String value() {
		return this.value;
	}

	/**
	 * Return the credentials in the URL.
	 * @return what stands before the last {@code @}, or {@code null} when there is none
	 */
	@Nullable String userInfo() {
		int end = this.value.lastIndexOf('@');
		return (this.value.startsWith(ZK) && end >= 0) ? this.value.substring(ZK.length(), end) : null;
	}

	/**
	 * Blame the property for what the locator refuses.
	 * @param ex what is wrong, without credentials
	 * @return the exception to throw, without a cause that could show the value
	 */
	InvalidMesosPropertyException invalid(InvalidMasterUrlException ex) {
		return new InvalidMesosPropertyException(this.property, ex.reason(), this.property + "=" + ex.example());
	}

	@Override
	public String toString() {
		return this.property;
	}

}
