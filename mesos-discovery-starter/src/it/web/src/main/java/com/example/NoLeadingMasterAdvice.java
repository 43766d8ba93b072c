package com.example;

import io.github.mesosdiscovery.NoLeadingMasterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class NoLeadingMasterAdvice {

	@ExceptionHandler
	ErrorResponse unavailable(NoLeadingMasterException ex) {
		return ErrorResponse.builder(ex, HttpStatus.SERVICE_UNAVAILABLE, "No Mesos master leads at the moment")
			.header(HttpHeaders.RETRY_AFTER, "10")
			.build();
	}

}
