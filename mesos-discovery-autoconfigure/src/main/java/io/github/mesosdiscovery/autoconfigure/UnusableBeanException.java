package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;

/**
 * A bean of the application that the locator is made with cannot be used. The message
 * tells which bean, where it comes from and what is wrong with it.
 */
class UnusableBeanException extends RuntimeException {

	private final String action;

	/**
	 * Create a new exception.
	 * @param type what the bean is there for
	 * @param bean the bean; its own text is not shown, as it may hold a password
	 * @param reason what is wrong with it
	 * @param action what to do
	 * @param cause what it threw, or {@code null}
	 */
	UnusableBeanException(Class<?> type, Object bean, String reason, String action, @Nullable Throwable cause) {
		super("The " + type.getSimpleName() + " " + bean.getClass().getName() + origin(bean) + " cannot be used: "
				+ reason, cause);
		this.action = action;
	}

	String getAction() {
		return this.action;
	}

	private static String origin(Object bean) {
		Origin origin = Origin.from(bean);
		return (origin != null) ? " of " + origin : "";
	}

}
