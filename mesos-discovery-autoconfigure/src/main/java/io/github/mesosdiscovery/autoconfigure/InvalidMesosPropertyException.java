package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * A configuration property cannot be used. Nothing repeats its value, which can hold a
 * password in any place; and there is never a cause that could.
 */
class InvalidMesosPropertyException extends RuntimeException {

	private final String property;

	private final String reason;

	private final String example;

	private @Nullable ConfigurationPropertyName key;

	private @Nullable String other;

	private boolean duration;

	InvalidMesosPropertyException(String property, String reason, String example) {
		super("Property " + property + " is wrong: " + reason + ". For example: " + example);
		this.property = property;
		this.reason = reason;
		this.example = example;
	}

	/**
	 * Set what to look up for the origin where {@code property} is no valid name.
	 */
	InvalidMesosPropertyException at(@Nullable ConfigurationPropertyName key) {
		this.key = key;
		return this;
	}

	/**
	 * Set another property whose origin helps.
	 */
	InvalidMesosPropertyException beside(String other) {
		this.other = other;
		return this;
	}

	/**
	 * Mark the value as a duration. It can be shown as it was written, since no password
	 * can be read as a duration.
	 */
	InvalidMesosPropertyException ofDuration() {
		this.duration = true;
		return this;
	}

	String getProperty() {
		return this.property;
	}

	String getReason() {
		return this.reason;
	}

	String getExample() {
		return this.example;
	}

	@Nullable ConfigurationPropertyName getKey() {
		return (this.key != null) ? this.key : ConfigurationPropertyName.ofIfValid(this.property);
	}

	@Nullable String getOther() {
		return this.other;
	}

	boolean isDuration() {
		return this.duration;
	}

}
