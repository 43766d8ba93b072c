package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.zookeeper.InvalidMechanismException;
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

	private MechanismProperty(String property, String value) {
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
	static MechanismProperty of(String property, @Nullable String value, @Nullable String url) {
		String urlProperty = property + ".url";
		if (value == null) {
			return (url != null) ? new MechanismProperty(urlProperty, url) : new MechanismProperty(property, DEFAULT);
		}
		if (url != null && !url.strip().equals(value.strip())) {
			throw new InvalidMesosPropertyException(property, null,
					"it differs from '" + urlProperty + "', which means the same; set one of the two",
					property + "=" + DEFAULT);
		}
		return new MechanismProperty(property, value);
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
	InvalidMesosPropertyException invalid(InvalidMechanismException ex) {
		return new InvalidMesosPropertyException(this.property, null, ex.reason(),
				this.property + "=" + ex.example());
	}

	@Override
	public String toString() {
		return this.property;
	}

}
