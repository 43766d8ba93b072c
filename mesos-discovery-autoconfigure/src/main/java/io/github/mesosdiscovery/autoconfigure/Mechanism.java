package io.github.mesosdiscovery.autoconfigure;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The mechanism string of one cluster, and the property that it came from. It can hold a
 * password, so that it must not be printed.
 */
final class Mechanism {

	static final String DEFAULT = "zk://localhost:2181/mesos";

	private static final String ZK = "zk://";

	private static final Pattern WITHOUT_SECRETS = Pattern
		.compile("(zk://)?[\\w.-]*(:\\d{1,5})?(,[\\w.-]+(:\\d{1,5})?)*(/[\\w./-]*)?");

	private final String property;

	private final String value;

	private Mechanism(String property, String value) {
		this.property = property;
		this.value = value.strip();
	}

	/**
	 * Choose between the two spellings.
	 * @param property the name of the property that is a prefix as well
	 * @param value its value
	 * @param url the value of {@code url} below it
	 * @return the mechanism
	 */
	static Mechanism of(String property, @Nullable String value, @Nullable String url) {
		String urlProperty = property + ".url";
		if (value == null) {
			return (url != null) ? new Mechanism(urlProperty, url) : new Mechanism(property, DEFAULT);
		}
		if (url != null && !url.strip().equals(value.strip())) {
			throw new InvalidMesosPropertyException(property, null,
					"it differs from '" + urlProperty + "', which means the same; set one of the two",
					property + "=" + DEFAULT);
		}
		return new Mechanism(property, value);
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

	InvalidMesosPropertyException invalid(String reason, String example) {
		String shown = WITHOUT_SECRETS.matcher(this.value).matches() ? this.value : null;
		return new InvalidMesosPropertyException(this.property, shown, reason, this.property + "=" + example);
	}

	@Override
	public String toString() {
		return this.property;
	}

}
