package io.github.mesosdiscovery;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What is logged below a name, from now on until it is closed. What else would take it
 * there, as the console, does not.
 */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<String> lines = new ArrayList<>();

	private final Logger logger;

	private final @Nullable Level before;

	private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();

	/**
	 * Begin.
	 * @param name the logger and all below it
	 * @param level the level that is logged from now on
	 */
	public LogLines(String name, Level level) {
		this.logger = (Logger) LoggerFactory.getLogger(name);
		this.before = this.logger.getLevel();
		setContext(this.logger.getLoggerContext());
		start();
		this.logger.iteratorForAppenders().forEachRemaining(this.silenced::add);
		this.silenced.forEach(this.logger::detachAppender);
		this.logger.setLevel(level);
		this.logger.addAppender(this);
	}

	@Override
	protected void append(ILoggingEvent event) {
		IThrowableProxy throwable = event.getThrowableProxy();
		String line = event.getLevel() + " [" + event.getThreadName() + "] " + event.getLoggerName() + " "
				+ event.getFormattedMessage() + " " + event.getMDCPropertyMap()
				+ ((throwable != null) ? ThrowableProxyUtil.asString(throwable) : "");
		synchronized (this.lines) {
			this.lines.add(line);
		}
	}

	/**
	 * Return what was logged so far.
	 * @return level, thread, logger, message, MDC and stack trace of each
	 */
	public List<String> lines() {
		synchronized (this.lines) {
			return List.copyOf(this.lines);
		}
	}

	/**
	 * Return what was logged on one level.
	 * @param level the level
	 * @return the lines of that level
	 */
	public List<String> of(Level level) {
		return lines().stream().filter((line) -> line.startsWith(level + " ")).toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
		this.logger.setLevel(this.before);
		this.silenced.forEach(this.logger::addAppender);
		stop();
	}

}
